package vn.lopmo.content.exchange;

/// What a harvester may ask, by the protocol's own names.
enum OaiVerb {
    Identify,
    ListMetadataFormats,
    ListSets,
    ListIdentifiers,
    ListRecords,
    GetRecord
}
