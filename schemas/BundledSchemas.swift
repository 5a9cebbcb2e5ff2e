/// The schemas and vocabularies of the folder, embedded: the test `embeddedTextsEqualTheirFiles` keeps them equal to
/// the files, and rewrites this one when UPDATE_EXPECTED=1 is set.
public enum BundledSchemas {
  /// The schema of postings: the text of `posting.schema.json`.
  public static let posting: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:posting:1",
      "title": "Fiche de poste",
      "description": "L’en-tête d’une fiche de poste.",
      "type": "object",
      "allOf": [
        { "required": ["roles", "open"] },
        {
          "$comment": "A posting belongs to a product, or to a friend organisation.",
          "if": { "not": { "anyOf": [{ "required": ["type"] }, { "required": ["friend"] }] } },
          "then": { "required": ["startup"], "report": { "severity": "warning" } }
        },
        {
          "if": { "required": ["type"], "properties": { "type": { "const": "friend" } } },
          "then": { "required": ["friend"] }
        },
        {
          "if": { "required": ["friend"] },
          "then": { "required": ["type"] }
        },
        { "required": ["domaines"], "report": { "severity": "info" } }
      ],
      "dateOrder": [
        ["date", "depublication_date"],
        ["post_ouvert", "poste_ferme"],
        ["poste_ouvert", "poste_ferme"]
      ],
      "properties": {
        "roles": {
          "description": "Le titre du poste, au féminin et au masculin : « Développeuse ou développeur ».",
          "descriptionIn": { "en": "The title of the post, feminine and masculine: “Développeuse ou développeur”." },
          "type": "string",
          "minLength": 1,
          "roleTitle": true
        },
        "open": {
          "description": "true tant que l’on peut candidater, false une fois le poste pourvu.",
          "descriptionIn": { "en": "true while people may apply, false once the post is filled." },
          "type": "boolean"
        },
        "startup": {
          "description": "L’identifiant du produit : le nom de sa fiche, sans « .md ».",
          "descriptionIn": { "en": "The id of the product: the name of its sheet, without “.md”." },
          "type": "string",
          "minLength": 1,
          "reference": { "list": "startups", "folder": "content/_startups" }
        },
        "type": {
          "description": "« friend » pour le poste d’une organisation amie ; absent sinon.",
          "descriptionIn": { "en": "“friend” for a post at a friend organisation; absent otherwise." },
          "enum": ["friend"]
        },
        "friend": {
          "description": "Le nom de l’organisation amie.",
          "descriptionIn": { "en": "The name of the friend organisation." },
          "type": "string",
          "minLength": 1
        },
        "externalURL": {
          "description": "L’adresse web de l’offre d’origine.",
          "descriptionIn": { "en": "The web address of the original posting." },
          "type": "string",
          "webAddress": true
        },
        "date": {
          "description": "Le jour de publication, AAAA-MM-JJ.",
          "descriptionIn": { "en": "The day of publication, YYYY-MM-DD." },
          "type": "string",
          "timestamp": true
        },
        "depublication_date": {
          "description": "Le jour où l’offre est retirée, AAAA-MM-JJ ; pas avant « date ».",
          "descriptionIn": { "en": "The day on which the posting is taken down, YYYY-MM-DD; not before “date”." },
          "type": "string",
          "timestamp": true
        },
        "domaines": {
          "description": "Les domaines du poste, un par ligne.",
          "descriptionIn": { "en": "The domains of the post, one a line." },
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "Animation", "Attributaire", "Autre", "Coaching", "Data", "Déploiement", "Design", "Développement",
              "Intraprenariat", "Produit", "Support"
            ]
          }
        },
        "junior": {
          "description": "true si une personne avec peu d’expérience peut candidater.",
          "descriptionIn": { "en": "true if a person with little experience may apply." },
          "type": "boolean"
        },
        "title": {
          "description": "Le titre de la page, s’il diffère de « roles ».",
          "descriptionIn": { "en": "The title of the page, where it differs from “roles”." },
          "type": "string",
          "minLength": 1,
          "roleTitle": "mention"
        },
        "techno": {
          "description": "Les techniques, en une ligne ou en liste.",
          "descriptionIn": { "en": "The technologies, on one line or as a list." },
          "type": ["string", "array"],
          "items": { "type": "string" }
        },
        "contacts": {
          "description": "Les personnes à contacter : prenom.nom ou adresse électronique, une ou plusieurs.",
          "descriptionIn": { "en": "Whom to contact: first.last or an e-mail address, one or several." },
          "type": ["string", "array"],
          "items": { "type": "string" },
          "addressList": {
            "accepts": ["email", "member"],
            "members": { "list": "authors", "folder": "content/_authors" }
          }
        },
        "contact": {
          "description": "L’adresse électronique à laquelle écrire, ou plusieurs.",
          "descriptionIn": { "en": "The e-mail address to write to, or several." },
          "type": ["string", "array"],
          "items": { "type": "string" },
          "addressList": { "accepts": ["email"] }
        },
        "contrat": {
          "description": "Le contrat : indépendant, CDD, stage…",
          "descriptionIn": { "en": "The contract: indépendant, CDD, stage…" },
          "type": ["string", "array"],
          "items": { "type": "string" },
          "knownWords": [
            "alternance", "apprentissage", "auto-entrepreneur", "auto-entrepreneuse", "CDD", "CDI", "contractuel",
            "contractuelle", "détachement", "fonctionnaire", "freelance", "indépendant", "indépendante", "intérim",
            "mission", "portage", "prestataire", "prestation", "stage", "titulaire", "vacation", "volontariat"
          ]
        },
        "post_ouvert": {
          "description": "Le jour d’ouverture du poste, AAAA-MM-JJ.",
          "descriptionIn": { "en": "The day on which the post opens, YYYY-MM-DD." },
          "type": "string",
          "timestamp": true
        },
        "poste_ouvert": {
          "description": "Le jour d’ouverture du poste, AAAA-MM-JJ.",
          "descriptionIn": { "en": "The day on which the post opens, YYYY-MM-DD." },
          "type": "string",
          "timestamp": true
        },
        "poste_ferme": {
          "description": "Le jour de clôture, AAAA-MM-JJ ; pas avant l’ouverture.",
          "descriptionIn": { "en": "The closing day, YYYY-MM-DD; not before the opening." },
          "type": "string",
          "timestamp": true
        },
        "poste_pourvu": {
          "description": "true une fois le poste pourvu.",
          "descriptionIn": { "en": "true once the post is filled." },
          "type": "boolean"
        },
        "airtable_formulaire": {
          "description": "true si l’on candidate par le formulaire.",
          "descriptionIn": { "en": "true if people apply through the form." },
          "type": "boolean"
        },
        "status": {
          "description": "L’état de l’offre, en toutes lettres.",
          "descriptionIn": { "en": "The state of the posting, in words." },
          "type": "string"
        },
        "equipe": {
          "description": "Le nom de l’équipe.",
          "descriptionIn": { "en": "The name of the team." },
          "type": "string"
        },
        "redirect_from": {
          "description": "Les anciennes adresses de la page.",
          "descriptionIn": { "en": "Former addresses of the page." },
          "type": ["array", "string"],
          "items": { "type": "string" }
        },
        "authors": {
          "description": "Les personnes qui ont écrit l’offre.",
          "descriptionIn": { "en": "Who wrote the posting." },
          "type": ["array", "string"],
          "items": { "type": "string" }
        },
        "$schema": {
          "description": "Le schéma qui vaut pour ce fichier.",
          "descriptionIn": { "en": "The schema that holds for this file." },
          "type": "string"
        }
      },
      "additionalProperties": false
    }

    """#

  /// The schema of the configuration: the text of `config.schema.json`.
  public static let config: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:config:1",
      "title": "posting-lint configuration",
      "description": "Les réglages de posting-lint : le fichier .posting-lint.yml.",
      "type": ["object", "null"],
      "properties": {
        "language": {
          "description": "La langue des messages : fr ou en.",
          "descriptionIn": { "en": "The language of messages: fr or en." },
          "enum": ["fr", "en"]
        },
        "today": {
          "description": "Le jour qui compte comme aujourd’hui, AAAA-MM-JJ.",
          "descriptionIn": { "en": "The day that counts as today, YYYY-MM-DD." },
          "type": "string",
          "timestamp": true
        },
        "exclude": {
          "description": "Les fichiers à ne jamais vérifier : motifs comme content/_startups/**.",
          "descriptionIn": { "en": "Files that are never checked: globs such as content/_startups/**." },
          "$ref": "#/$defs/globs"
        },
        "rules": {
          "description": "La gravité de chaque règle : off, info, warning ou error.",
          "descriptionIn": { "en": "The severity of each rule: off, info, warning or error." },
          "$ref": "#/$defs/rules"
        },
        "references": {
          "description": "Où se trouvent les identifiants que les valeurs peuvent nommer.",
          "descriptionIn": { "en": "Where the ids are that values may name." },
          "type": "object",
          "additionalProperties": { "$ref": "#/$defs/reference" }
        },
        "schema": {
          "description": "Le schéma des fichiers : posting, none, le chemin d’un schéma, ou cms:FICHIER#COLLECTION.",
          "descriptionIn": { "en": "The schema of the files: posting, none, the path of a schema, or cms:FILE#COLLECTION." },
          "type": "string",
          "minLength": 1
        },
        "roles": {
          "description": "Le chemin d’un vocabulaire de métiers qui s’ajoute à celui du programme.",
          "descriptionIn": { "en": "The path of a vocabulary of roles that is added to the program’s own." },
          "type": "string",
          "minLength": 1
        },
        "readers": {
          "description": "Les programmes qui lisent les pages du site : jekyll, hugo, mkdocs… ; sinon, les fichiers du dépôt le disent.",
          "descriptionIn": { "en": "The programs that read the pages of the site: jekyll, hugo, mkdocs…; otherwise the files of the repository tell." },
          "$ref": "#/$defs/readers"
        },
        "overrides": {
          "description": "Des réglages pour certains fichiers ; le dernier qui convient l’emporte.",
          "descriptionIn": { "en": "Settings for some files; the last that fits wins." },
          "type": "array",
          "items": {
            "type": "object",
            "required": ["files"],
            "properties": {
              "files": { "$ref": "#/$defs/globs" },
              "schema": { "type": "string", "minLength": 1 },
              "rules": { "$ref": "#/$defs/rules" },
              "readers": { "$ref": "#/$defs/readers" }
            },
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false,
      "$defs": {
        "globs": {
          "type": ["string", "array"],
          "minLength": 1,
          "items": { "type": "string", "minLength": 1 }
        },
        "level": { "enum": ["off", "info", "warning", "error"] },
        "rules": {
          "type": "object",
          "propertyNames": { "ruleName": true },
          "additionalProperties": { "$ref": "#/$defs/level" }
        },
        "readers": {
          "type": ["string", "array"],
          "readerName": true,
          "minItems": 1,
          "items": { "type": "string", "readerName": true }
        },
        "reference": {
          "type": "object",
          "properties": {
            "file": { "type": "string", "minLength": 1 },
            "folder": { "type": "string", "minLength": 1 },
            "ids": { "type": "array", "items": { "type": "string", "minLength": 1 } }
          },
          "minProperties": 1,
          "maxProperties": 1,
          "additionalProperties": false
        }
      }
    }

    """#

  /// The schema of the JSON output: the text of `diagnostics.schema.json`.
  public static let diagnostics: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:diagnostics:1",
      "title": "posting-lint diagnostics",
      "description": "What `--format json` prints. Lines and columns count from 1, columns in Unicode code points (a bad byte counts as one); offsets count UTF-8 bytes from 0. Ranges are half-open.",
      "type": "object",
      "required": ["version", "tool", "diagnostics", "summary"],
      "properties": {
        "version": { "const": 1 },
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {
            "name": { "const": "posting-lint" },
            "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+" }
          },
          "additionalProperties": false
        },
        "diagnostics": { "type": "array", "items": { "$ref": "#/$defs/diagnostic" } },
        "notices": {
          "description": "What the run says beside its findings: what could not be checked, and what was kept out of them.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["kind", "severity", "message"],
            "properties": {
              "kind": { "type": "string", "pattern": "^[a-z-]+$" },
              "path": { "type": "string" },
              "severity": { "enum": ["error", "warning", "info"] },
              "message": { "type": "string", "minLength": 1 }
            },
            "additionalProperties": false
          }
        },
        "summary": {
          "type": "object",
          "required": ["files", "errors", "warnings", "infos", "fixable"],
          "additionalProperties": { "type": "integer", "minimum": 0 }
        }
      },
      "additionalProperties": false,
      "$defs": {
        "diagnostic": {
          "type": "object",
          "required": ["path", "rule", "severity", "message", "range", "notes"],
          "properties": {
            "path": { "type": "string" },
            "rule": { "type": "string", "pattern": "^[a-z0-9-]+$" },
            "severity": { "enum": ["error", "warning", "info"] },
            "message": { "type": "string", "minLength": 1 },
            "messages": {
              "type": "object",
              "required": ["fr", "en"],
              "additionalProperties": { "type": "string", "minLength": 1 }
            },
            "pointer": { "type": "string", "format": "json-pointer" },
            "keywordLocation": { "type": "string" },
            "range": { "$ref": "#/$defs/range" },
            "notes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["message", "range"],
                "properties": { "message": { "type": "string" }, "range": { "$ref": "#/$defs/range" } },
                "additionalProperties": false
              }
            },
            "fix": {
              "type": "object",
              "required": ["title", "applicability", "edits"],
              "properties": {
                "title": { "type": "string", "minLength": 1 },
                "applicability": { "enum": ["safe", "unsafe", "displayOnly"] },
                "edits": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["range", "text"],
                    "properties": { "range": { "$ref": "#/$defs/range" }, "text": { "type": "string" } },
                    "additionalProperties": false
                  }
                }
              },
              "additionalProperties": false
            }
          },
          "additionalProperties": false
        },
        "range": {
          "type": "object",
          "required": ["start", "end"],
          "properties": { "start": { "$ref": "#/$defs/position" }, "end": { "$ref": "#/$defs/position" } },
          "additionalProperties": false
        },
        "position": {
          "type": "object",
          "required": ["line", "column", "offset"],
          "properties": {
            "line": { "type": "integer", "minimum": 1 },
            "column": { "type": "integer", "minimum": 1 },
            "offset": { "type": "integer", "minimum": 0 }
          },
          "additionalProperties": false
        }
      }
    }

    """#

  /// The metaschema with the program's own keywords: the text of `posting-lint.vocabulary.json`.
  public static let vocabulary: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:metaschema:1",
      "$vocabulary": {
        "https://json-schema.org/draft/2020-12/vocab/core": true,
        "https://json-schema.org/draft/2020-12/vocab/applicator": true,
        "https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
        "https://json-schema.org/draft/2020-12/vocab/validation": true,
        "https://json-schema.org/draft/2020-12/vocab/meta-data": true,
        "https://json-schema.org/draft/2020-12/vocab/format-annotation": true,
        "https://json-schema.org/draft/2020-12/vocab/content": true,
        "urn:posting-lint:vocabulary:1": false
      },
      "$dynamicAnchor": "meta",
      "title": "JSON Schema 2020-12 with the vocabulary of posting-lint",
      "allOf": [{ "$ref": "https://json-schema.org/draft/2020-12/schema" }],
      "properties": {
        "addressList": {"type": "object", "required": ["accepts"], "additionalProperties": false, "properties": { "accepts": {"type": "array", "items": {"enum": ["email", "member"]}, "minItems": 1}, "members": {"type": "object", "required": ["list"], "additionalProperties": false, "properties": {"list": {"type": "string"}, "folder": {"type": "string"}}}}},
        "assertFormat": {"type": "boolean"},
        "containsValueOf": {"type": "object", "additionalProperties": {"type": "string"}},
        "dateAfter": {"type": "array", "items": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}},
        "dateOrder": {"type": "array", "items": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}},
        "descriptionIn": {"type": "object", "additionalProperties": {"type": "string"}},
        "existingFile": {"type": "object", "additionalProperties": false, "properties": {"folder": {"type": "string", "minLength": 1}}},
        "keyOrder": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
        "knownWords": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "orderedBy": {"type": "string", "minLength": 1},
        "readerName": {"type": "boolean"},
        "reference": {"type": "object", "required": ["list"], "additionalProperties": false, "properties": {"list": {"type": "string"}, "folder": {"type": "string"}, "prefix": {"type": "string"}}},
        "report": {"type": "object", "additionalProperties": false, "properties": {"rule": {"type": "string"}, "severity": {"enum": ["info", "warning", "error"]}}},
        "reviewPeriods": {"type": "object", "additionalProperties": {"type": "string"}},
        "roleTitle": {"enum": [true, false, "mention"]},
        "ruleName": {"type": "boolean"},
        "staleAfter": {"type": "object", "additionalProperties": {"type": "string", "pattern": "^([Pp]([0-9]+[YyMmWwDd])+|[0-9]+ *[A-Za-z]+)$"}},
        "timestamp": {"type": "boolean"},
        "uniqueBy": {"type": "string", "minLength": 1},
        "uniqueInFolder": {"type": "object", "required": ["folder", "keys"], "additionalProperties": false, "properties": {"folder": {"type": "string", "minLength": 1}, "keys": {"type": "array", "items": {"type": "string"}, "minItems": 1}}},
        "unquotedDate": {"type": "boolean"},
        "webAddress": {"type": "boolean"}
      }
    }

    """#
}
