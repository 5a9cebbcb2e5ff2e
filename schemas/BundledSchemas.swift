/// The schemas and vocabularies of the folder, embedded.
public enum BundledSchemas {}
