package vn.lopmo.content.exchange;

/// The metadata formats that are offered.
enum OaiFormat {
    OAI_DC("oai_dc", DublinCore.SCHEMA, DublinCore.NAMESPACE),
    OAI_LOM("oai_lom", Lom.SCHEMA, Lom.NAMESPACE);

    private final String prefix;
    private final String schema;
    private final String namespace;

    OaiFormat(String prefix, String schema, String namespace) {
        this.prefix = prefix;
        this.schema = schema;
        this.namespace = namespace;
    }

    static OaiFormat of(String prefix) {
        for (OaiFormat format : values()) {
            if (format.prefix.equals(prefix)) {
                return format;
            }
        }
        throw new OaiFault(OaiFault.Code.cannotDisseminateFormat, "no such metadata format: " + prefix);
    }

    String prefix() {
        return prefix;
    }

    String schema() {
        return schema;
    }

    String namespace() {
        return namespace;
    }

    void write(Xml xml, Work work, Addresses at) {
        switch (this) {
            case OAI_DC -> DublinCore.write(xml, work, at);
            case OAI_LOM -> Lom.write(xml, work, at);
        }
    }
}
