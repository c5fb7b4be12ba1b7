package vn.lopmo.assessment.interchange.math;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Characters of mathematics and their LaTeX commands, both ways.
final class Symbols {
    static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "log", "ln",
            "lg", "exp", "lim", "max", "min", "sup", "inf", "det", "dim", "gcd", "ker", "arg", "deg");

    private static final String LETTERS =
            "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda "
                    + "μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta "
                    + "Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ℏ hbar ℓ ell ∂ partial ∞ infty ∅ emptyset ℵ aleph ℜ Re ℑ Im ∇ nabla "
                    + "… ldots ⋯ cdots ⋮ vdots ⋱ ddots ′ prime ″ prime\\prime ° circ";
    private static final String OPERATORS =
            "± pm ∓ mp × times ÷ div · cdot ⋅ cdot ∗ ast ∘ circ ∙ bullet ⊕ oplus ⊗ otimes ∧ wedge ∨ vee ∩ cap ∪ cup "
                    + "∖ setminus ≤ le ≥ ge ⩽ leqslant ⩾ geqslant ≠ ne ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ∈ in ∉ notin ∋ ni ⊂ subset "
                    + "⊃ supset ⊆ subseteq ⊇ supseteq ⊄ not\\subset ⊥ perp ∥ parallel ∦ nparallel ∣ mid ∠ angle △ triangle ∀ forall ∃ exists ∄ nexists ¬ neg "
                    + "→ to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ⟹ Longrightarrow ⟺ Longleftrightarrow ⟶ longrightarrow ↦ mapsto "
                    + "↑ uparrow ↓ downarrow ⇌ rightleftharpoons ∴ therefore ∵ because ∶ colon ⟂ perp ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint "
                    + "⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁ bigoplus ⨂ bigotimes ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ⟨ langle ⟩ rangle ‖ | ∎ blacksquare";
    private static final String MARKS =
            "⃗ vec → vec ̂ hat ^ hat ̃ tilde ~ tilde ˜ tilde ̇ dot ̈ ddot ¨ ddot ⃛ dddot ̄ bar ̅ overline ¯ bar ̌ check ˇ check ̆ breve ˘ breve "
                    + "´ acute ́ acute ` grave ̀ grave ⃖ overleftarrow ⃡ overleftrightarrow ⃐ overleftarrow ⃑ vec ˙ dot";
    private static final String STRETCHED =
            "⏞ overbrace ⏟ underbrace → xrightarrow ← xleftarrow ↔ overleftrightarrow ⇒ Rightarrow ⏜ frown ⏝ smile ⌢ overset{\\frown} ⌣ smile";
    private static final String ALIASES =
            "≤ leq ≥ geq ≠ neq → rightarrow ⇒ implies ⇔ iff ∅ varnothing ∅ O · cdotp … dots ∧ land ∨ lor ¬ lnot ⊄ nsubset ° degree "
                    + "ϵ straightepsilon ∖ backslash ∥ Vert ∣ vert ∠ widehatangle ∙ sdot ∉ not\\in";

    private static final Map<String, String> COMMANDS = new HashMap<>();
    private static final Map<String, String> CHARACTERS = new HashMap<>();
    private static final Map<String, String> LETTER_COMMANDS = new HashMap<>();
    private static final Map<String, String> MARK_COMMANDS = new HashMap<>();
    private static final Map<String, String> STRETCH_COMMANDS = new HashMap<>();

    static {
        fill(LETTERS, LETTER_COMMANDS, CHARACTERS);
        fill(OPERATORS, COMMANDS, CHARACTERS);
        fill(ALIASES, new HashMap<>(), CHARACTERS);
        fill(MARKS, MARK_COMMANDS, new HashMap<>());
        fill(STRETCHED, STRETCH_COMMANDS, new HashMap<>());
        COMMANDS.putAll(LETTER_COMMANDS);
    }

    private Symbols() {}

    private static void fill(String table, Map<String, String> commands, Map<String, String> characters) {
        var words = table.split(" ");
        for (int i = 0; i + 1 < words.length; i += 2) {
            commands.put(words[i], words[i + 1]);
            characters.putIfAbsent(words[i + 1], words[i]);
        }
    }

    /// The command for a character, with its backslash; null if it stands for itself.
    static @Nullable String command(String character) {
        var name = COMMANDS.get(character);
        return name == null ? null : "\\" + name;
    }

    static @Nullable String character(String command) {
        return CHARACTERS.get(command);
    }

    static boolean isLetter(String character) {
        return LETTER_COMMANDS.containsKey(character);
    }

    static @Nullable String mark(String character) {
        return MARK_COMMANDS.get(character);
    }

    static @Nullable String markCharacter(String command) {
        for (var entry : MARK_COMMANDS.entrySet()) {
            if (entry.getValue().equals(command)
                    && !Character.isWhitespace(entry.getKey().charAt(0))) {
                return entry.getKey();
            }
        }
        return null;
    }

    static @Nullable String stretched(String character) {
        return STRETCH_COMMANDS.get(character);
    }

    static boolean isIntegral(String operator) {
        return "∫∬∭∮∯∰".contains(operator);
    }
}
