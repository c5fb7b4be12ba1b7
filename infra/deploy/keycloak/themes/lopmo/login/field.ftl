<#-- A labelled field with its hint and its error, and the button that shows a password. -->
<#macro password name label error="" autocomplete="current-password" hint="" autofocus=false>
  <div class="field">
    <label for="${name}">${label}</label>
    <div class="with-btn">
      <input class="input" id="${name}" name="${name}" type="password" autocomplete="${autocomplete}"
        <#if autofocus>autofocus</#if> <#if error?has_content>aria-invalid="true"</#if>
        aria-describedby="${name}-hint ${name}-error">
      <button class="eye" type="button" data-eye="${name}" data-show="${msg("showPassword")}" data-hide="${msg("hidePassword")}"
        aria-label="${msg("showPassword")}" aria-pressed="false">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6z"/><circle cx="12" cy="12" r="2.75"/></svg>
      </button>
    </div>
    <#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
    <#if error?has_content><p class="error" id="${name}-error" role="alert">${error}</p></#if>
  </div>
</#macro>
