/// The schemas and vocabularies of the folder, embedded: the test `embeddedTextsEqualTheirFiles` keeps them equal to
/// the files, and rewrites this one when UPDATE_EXPECTED=1 is set.
public enum BundledSchemas {
  /// The schema of postings: the text of `posting.schema.json`.
  public static let posting: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:posting:1",
      "title": "Offre d’emploi",
      "description": "L’en-tête d’une offre d’emploi.",
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
          "description": "L’intitulé du poste, au féminin et au masculin : « Développeuse ou développeur ».",
          "descriptionIn": { "en": "The job title, feminine and masculine: “Développeuse ou développeur”." },
          "type": "string",
          "minLength": 1,
          "roleTitle": true,
          "examples": ["Développeuse ou développeur web"]
        },
        "open": {
          "description": "true tant que l’on peut candidater, false une fois le poste pourvu.",
          "descriptionIn": { "en": "true while people may apply, false once the post is filled." },
          "type": "boolean"
        },
        "startup": {
          "description": "Le nom du fichier de la fiche produit, sans « .md ».",
          "descriptionIn": { "en": "The name of the product’s file, without “.md”." },
          "type": "string",
          "minLength": 1,
          "reference": { "list": "startups", "folder": "content/_startups" }
        },
        "type": {
          "description": "« friend » pour le poste d’une organisation amie ; absent sinon.",
          "descriptionIn": { "en": "“friend” for a post at a friend organisation; absent otherwise." },
          "enum": ["friend"]
        },
        "friend": {
          "description": "Le nom de l’organisation amie.",
          "descriptionIn": { "en": "The name of the friend organisation." },
          "type": "string",
          "minLength": 1,
          "examples": ["Ville d’Exemple"]
        },
        "externalURL": {
          "description": "L’adresse web de l’offre d’origine.",
          "descriptionIn": { "en": "The web address of the original posting." },
          "type": "string",
          "webAddress": true,
          "examples": ["https://exemple.fr/offres/1"]
        },
        "date": {
          "description": "La date de publication, AAAA-MM-JJ.",
          "descriptionIn": { "en": "The date of publication, YYYY-MM-DD." },
          "type": "string",
          "timestamp": true
        },
        "depublication_date": {
          "description": "La date de retrait de l’offre, AAAA-MM-JJ ; pas avant « date ».",
          "descriptionIn": { "en": "The removal date of the posting, YYYY-MM-DD; not before “date”." },
          "type": "string",
          "timestamp": true
        },
        "domaines": {
          "description": "Les domaines du poste, un par ligne, derrière un tiret et une espace.",
          "descriptionIn": { "en": "The domains of the post, one a line, after a dash and a space." },
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
          "description": "Le titre de la page, s’il diffère de « roles ».",
          "descriptionIn": { "en": "The title of the page, where it differs from “roles”." },
          "type": "string",
          "minLength": 1,
          "roleTitle": "mention"
        },
        "techno": {
          "description": "Les technologies (langages, outils), sur une ligne ou en liste.",
          "descriptionIn": { "en": "The technologies (languages, tools), on one line or as a list." },
          "type": ["string", "array"],
          "items": { "type": "string" },
          "examples": ["Ruby on Rails"]
        },
        "contacts": {
          "description": "Les personnes à contacter : leur identifiant (prenom.nom) ou leur adresse électronique, une ou plusieurs.",
          "descriptionIn": { "en": "Whom to contact: their id (first.last) or their e-mail address, one or several." },
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
          "addressList": { "accepts": ["email"] },
          "examples": ["recrutement@exemple.fr"]
        },
        "contrat": {
          "description": "Le type de contrat : CDD, prestation, stage…",
          "descriptionIn": { "en": "The kind of contract: CDD, prestation, stage…" },
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
          "description": "Le jour de clôture, AAAA-MM-JJ ; pas avant l’ouverture.",
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
          "description": "L’état de l’offre, en quelques mots.",
          "descriptionIn": { "en": "The state of the posting, in a few words." },
          "type": "string"
        },
        "equipe": {
          "description": "Le nom de l’équipe.",
          "descriptionIn": { "en": "The name of the team." },
          "type": "string"
        },
        "redirect_from": {
          "description": "Les anciennes adresses web de la page.",
          "descriptionIn": { "en": "Former web addresses of the page." },
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
          "description": "Le fichier qui décrit les clés et les valeurs permises ici.",
          "descriptionIn": { "en": "The file that describes the keys and values allowed here." },
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
      "description": "Les réglages de posting-lint : le fichier .posting-lint.yml.",
      "type": ["object", "null"],
      "properties": {
        "language": {
          "description": "La langue des messages : fr ou en.",
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
          "description": "Les fichiers à ne jamais vérifier : motifs comme content/_startups/**.",
          "descriptionIn": { "en": "Files that are never checked: globs such as content/_startups/**." },
          "$ref": "#/$defs/globs"
        },
        "rules": {
          "description": "Le niveau de chaque règle : off (désactivée), info (conseil), warning (avertissement) ou error (erreur).",
          "descriptionIn": { "en": "The level of each rule: off, info (advice), warning or error." },
          "$ref": "#/$defs/rules"
        },
        "references": {
          "description": "Où se trouvent les identifiants que les valeurs peuvent nommer.",
          "descriptionIn": { "en": "Where the ids are that values may name." },
          "type": "object",
          "additionalProperties": { "$ref": "#/$defs/reference" }
        },
        "schema": {
          "description": "Le schéma des fichiers : posting, none, jekyll, hugo, docusaurus, myst, agents, le chemin d’un schéma, ou cms:FICHIER#COLLECTION.",
          "descriptionIn": { "en": "The schema of the files: posting, none, jekyll, hugo, docusaurus, myst, agents, the path of a schema, or cms:FILE#COLLECTION." },
          "$ref": "#/$defs/schema"
        },
        "roles": {
          "description": "Le chemin d’un vocabulaire de métiers qui s’ajoute à celui du programme.",
          "descriptionIn": { "en": "The path of a vocabulary of roles that is added to the program’s own." },
          "type": "string",
          "minLength": 1
        },
        "readers": {
          "description": "Les programmes qui lisent les pages du site : jekyll, hugo, mkdocs… ; sinon, les fichiers du dépôt le disent.",
          "descriptionIn": { "en": "The programs that read the pages of the site: jekyll, hugo, mkdocs…; otherwise the files of the repository tell." },
          "$ref": "#/$defs/readers"
        },
        "baseline": {
          "description": "Le fichier des constats acceptés, compté depuis le dossier de ces réglages.",
          "descriptionIn": { "en": "The file of accepted findings, seen from the folder of these settings." },
          "type": "string",
          "minLength": 1
        },
        "overrides": {
          "description": "Des réglages pour certains fichiers ; le dernier qui convient l’emporte.",
          "descriptionIn": { "en": "Settings for some files; the last that fits wins." },
          "type": "array",
          "items": {
            "type": "object",
            "anyOf": [{ "required": ["files"] }, { "required": ["when"] }],
            "properties": {
              "files": { "$ref": "#/$defs/globs" },
              "when": {
                "description": "Ce que l’en-tête doit dire : des clés avec leur valeur ou un schéma, ou un schéma entier.",
                "descriptionIn": { "en": "What the front matter must say: keys with their value or a schema, or a whole schema." },
                "type": "object",
                "minProperties": 1
              },
              "schema": { "$ref": "#/$defs/schema" },
              "rules": { "$ref": "#/$defs/rules" },
              "readers": { "$ref": "#/$defs/readers" }
            },
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false,
      "$defs": {
        "schema": {
          "type": "string",
          "minLength": 1,
          "examples": ["posting", "none", "jekyll", "hugo", "docusaurus", "myst", "agents", "skill", "agent-rules", "agent-prompt"]
        },
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

  /// The keys of Jekyll: the text of `jekyll.schema.json`.
  public static let jekyll: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:jekyll:1",
      "title": "Jekyll",
      "description": "L’en-tête d’une page de Jekyll.",
      "descriptionIn": { "en": "The front matter of a page of Jekyll." },
      "$comment": "Jekyll 4.4, jekyllrb.com/docs/front-matter, /docs/posts and /docs/permalinks; jekyll-redirect-from 0.16, its README. What a wrong value does was seen by running Jekyll 4.3.1 and jekyll-redirect-from 0.16.0. Other keys are those of themes and plugins: nothing is said of them.",
      "type": "object",
      "properties": {
        "layout": {
          "description": "Le gabarit, sans extension ; null ou none : aucun.",
          "descriptionIn": {
            "en": "The layout, without extension; null or none: no layout."
          },
          "type": ["string", "boolean", "null"]
        },
        "title": { "type": ["string", "number", "boolean", "null"] },
        "permalink": {
          "description": "L’adresse de la page ; avec un texte vide ou un nombre, le site n’est plus construit.",
          "descriptionIn": {
            "en": "The address of the page; with an empty text or a number the site is no longer built."
          },
          "type": ["string", "null"],
          "minLength": 1
        },
        "published": {
          "description": "false : la page n’est pas publiée. Le texte \"false\" la publie.",
          "descriptionIn": {
            "en": "false: the page is not published. The text \"false\" publishes it."
          },
          "type": "boolean"
        },
        "draft": {
          "description": "Ne cache pas un article de _posts : rangez-le dans _drafts, ou écrivez published: false.",
          "descriptionIn": {
            "en": "Does not hide a post of _posts: put it in _drafts, or write published: false."
          },
          "type": "boolean"
        },
        "date": {
          "description": "La date, AAAA-MM-JJ HH:MM:SS +0200 ; l’heure et le fuseau peuvent manquer. Si elle est vide, le site n’est plus construit.",
          "descriptionIn": {
            "en": "The date, YYYY-MM-DD HH:MM:SS +0200; time and zone may be missing. Where it is empty the site is no longer built."
          },
          "type": "string",
          "minLength": 1,
          "timestamp": true
        },
        "category": {
          "description": "Une seule catégorie ; un texte n’est pas coupé.",
          "descriptionIn": { "en": "One category; a text is not split." },
          "type": ["string", "number", "array", "null"]
        },
        "categories": {
          "description": "Une liste, ou un texte coupé aux espaces : avec des virgules, elles font partie des noms.",
          "descriptionIn": {
            "en": "A list, or a text that is split at spaces: commas become part of the names."
          },
          "type": ["array", "string", "null"],
          "items": { "type": ["string", "number", "boolean"] },
          "if": { "type": "string", "pattern": "," },
          "then": { "type": "array" }
        },
        "tag": {
          "description": "Une seule étiquette ; un texte n’est pas coupé.",
          "descriptionIn": { "en": "One tag; a text is not split." },
          "type": ["string", "number", "array", "null"]
        },
        "tags": {
          "description": "Une liste, ou un texte coupé aux espaces : avec des virgules, elles font partie des noms.",
          "descriptionIn": {
            "en": "A list, or a text that is split at spaces: commas become part of the names."
          },
          "type": ["array", "string", "null"],
          "items": { "type": ["string", "number", "boolean"] },
          "if": { "type": "string", "pattern": "," },
          "then": { "type": "array" }
        },
        "slug": { "type": ["string", "null"], "minLength": 1 },
        "excerpt_separator": { "type": "string" },
        "render_with_liquid": { "type": "boolean" },
        "redirect_from": {
          "description": "Une adresse ou une liste d’adresses d’où mener ici (jekyll-redirect-from).",
          "descriptionIn": {
            "en": "An address or a list of addresses to lead here from (jekyll-redirect-from)."
          },
          "type": ["array", "string", "null"],
          "items": { "type": "string" }
        },
        "redirect_to": {
          "description": "L’adresse où mener (jekyll-redirect-from) ; d’une liste, seule la première compte.",
          "descriptionIn": {
            "en": "The address to lead to (jekyll-redirect-from); of a list only the first counts."
          },
          "type": ["string", "array", "null"],
          "items": { "type": "string" },
          "maxItems": 1
        }
      }
    }

    """#

  /// The keys of Hugo: the text of `hugo.schema.json`.
  public static let hugo: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:hugo:1",
      "title": "Hugo",
      "description": "L’en-tête d’une page de Hugo.",
      "descriptionIn": { "en": "The front matter of a page of Hugo." },
      "$comment": "Hugo, gohugo.io/content-management/front-matter, /content-management/build-options, /content-management/urls and /content-management/menus. What a wrong value does was seen by running Hugo 0.111.3. Keys of a site, under params or not, are not spoken of.",
      "type": "object",
      "properties": {
        "title": { "type": ["string", "number", "boolean", "null"] },
        "linkTitle": { "type": ["string", "number", "null"] },
        "description": { "type": ["string", "number", "null"] },
        "summary": { "type": ["string", "number", "null"] },
        "date": { "type": ["string", "null"], "timestamp": true },
        "lastmod": { "type": ["string", "null"], "timestamp": true },
        "publishDate": { "type": ["string", "null"], "timestamp": true },
        "expiryDate": {
          "description": "Le jour à partir duquel la page n’est plus publiée ; si ce n’est pas une date, elle reste en ligne.",
          "descriptionIn": {
            "en": "The day from which the page is no longer published; where it is no date the page stays online."
          },
          "type": ["string", "null"],
          "timestamp": true
        },
        "draft": {
          "description": "true : la page n’est pas publiée. Un texte comme \"yes\" la publie.",
          "descriptionIn": {
            "en": "true: the page is not published. A text such as \"yes\" publishes it."
          },
          "type": "boolean"
        },
        "headless": { "type": "boolean" },
        "weight": {
          "description": "L’ordre dans les listes, un nombre entier sans guillemets ; 0 compte comme rien, \"010\" comme 8.",
          "descriptionIn": {
            "en": "The order in lists, a whole number without quotes; 0 counts as nothing, \"010\" as 8."
          },
          "type": ["integer", "null"]
        },
        "aliases": {
          "description": "Les anciennes adresses de la page, dans le site ; un texte est coupé aux espaces.",
          "descriptionIn": {
            "en": "Earlier addresses of the page, within the site; a text is split at spaces."
          },
          "type": ["array", "string", "null"],
          "items": { "type": "string", "not": {
      "pattern": "^https?://"
    } },
          "if": { "type": "string", "pattern": "[, ]" },
          "then": { "type": "array" }
        },
        "url": {
          "description": "L’adresse de la page dans le site ; avec http, le site n’est plus construit.",
          "descriptionIn": {
            "en": "The address of the page within the site; with http the site is no longer built."
          },
          "type": ["string", "null"],
          "not": { "type": "string", "pattern": "^https?://" }
        },
        "slug": { "type": ["string", "number", "null"] },
        "type": { "type": ["string", "null"] },
        "layout": { "type": ["string", "null"] },
        "markup": { "type": ["string", "null"] },
        "translationKey": { "type": ["string", "number", "null"] },
        "isCJKLanguage": { "type": "boolean" },
        "keywords": {
          "description": "Une liste ; un texte est coupé aux espaces, et les virgules restent.",
          "descriptionIn": {
            "en": "A list; a text is split at spaces, and commas stay."
          },
          "type": ["array", "string", "null"],
          "items": { "type": ["string", "number", "boolean"] },
          "if": { "type": "string", "pattern": "," },
          "then": { "type": "array" }
        },
        "tags": {
          "description": "Une liste ; un texte avec des virgules est une seule étiquette.",
          "descriptionIn": { "en": "A list; a text with commas is a single tag." },
          "type": ["array", "string", "null"],
          "items": { "type": ["string", "number", "boolean"] },
          "if": { "type": "string", "pattern": "," },
          "then": { "type": "array" }
        },
        "categories": {
          "description": "Une liste ; un texte avec des virgules est une seule catégorie.",
          "descriptionIn": {
            "en": "A list; a text with commas is a single category."
          },
          "type": ["array", "string", "null"],
          "items": { "type": ["string", "number", "boolean"] },
          "if": { "type": "string", "pattern": "," },
          "then": { "type": "array" }
        },
        "outputs": { "type": ["array", "string", "null"], "items": {
      "type": "string"
    } },
        "menus": { "type": ["string", "array", "object", "null"] },
        "menu": { "type": ["string", "array", "object", "null"] },
        "params": { "type": ["object", "null"] },
        "cascade": { "type": ["array", "object", "null"] },
        "resources": {
          "type": ["array", "null"],
          "items": {
            "type": "object",
            "properties": {
              "src": { "type": "string" },
              "name": { "type": "string" },
              "title": { "type": "string" },
              "params": { "type": "object" }
            }
          }
        },
        "sitemap": {
          "type": ["object", "null"],
          "properties": {
            "changefreq": { "type": "string" },
            "disable": { "type": "boolean" },
            "filename": { "type": "string" },
            "priority": { "type": "number", "minimum": -1, "maximum": 1 }
          }
        },
        "build": { "$ref": "#/$defs/build" },
        "_build": { "$ref": "#/$defs/build" }
      },
      "$defs": {
        "build": {
          "type": "object",
          "properties": {
            "list": { "enum": ["always", "local", "never", true, false] },
            "render": { "enum": ["always", "link", "never", true, false] },
            "publishResources": { "type": "boolean" }
          }
        }
      }
    }

    """#

  /// The keys of a documentation page of Docusaurus: the text of `docusaurus.schema.json`.
  public static let docusaurus: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:docusaurus:1",
      "title": "Docusaurus",
      "description": "L’en-tête d’une page de documentation de Docusaurus.",
      "descriptionIn": { "en": "The front matter of a documentation page of Docusaurus." },
      "$comment": "Docusaurus 3, docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter, and what its source accepts (docusaurus-plugin-content-docs/src/frontMatter.ts, docusaurus-utils-validation/src/validationSchemas.ts): a number is taken for a text, nothing (null) is not. Other keys are allowed there and here.",
      "type": "object",
      "properties": {
        "id": {
          "description": "L’identifiant, sans barre oblique.",
          "descriptionIn": { "en": "The id, without a slash." },
          "type": ["string", "number"],
          "minLength": 1,
          "pattern": "^[^/]+$"
        },
        "title": { "type": ["string", "number"] },
        "title_meta": { "type": ["string", "number"] },
        "description": { "type": ["string", "number"] },
        "slug": { "type": ["string", "number"], "minLength": 1 },
        "pagination_label": { "type": ["string", "number"], "minLength": 1 },
        "sidebar_label": { "type": ["string", "number"], "minLength": 1 },
        "sidebar_class_name": { "type": ["string", "number"], "minLength": 1 },
        "sidebar_key": { "type": ["string", "number"], "minLength": 1 },
        "sidebar_position": {
          "description": "La place dans la barre latérale, un nombre.",
          "descriptionIn": { "en": "The place in the sidebar, a number." },
          "type": "number"
        },
        "sidebar_custom_props": { "type": "object" },
        "displayed_sidebar": { "type": ["string", "number", "null"], "minLength": 1 },
        "hide_title": { "type": "boolean" },
        "hide_table_of_contents": { "type": "boolean" },
        "toc_min_heading_level": { "type": "integer", "minimum": 2, "maximum": 6 },
        "toc_max_heading_level": { "type": "integer", "minimum": 2, "maximum": 6 },
        "pagination_next": {
          "description": "La page suivante ; null : aucune.",
          "descriptionIn": { "en": "The next page; null: none." },
          "type": ["string", "number", "null"],
          "minLength": 1
        },
        "pagination_prev": {
          "description": "La page précédente ; null : aucune.",
          "descriptionIn": { "en": "The previous page; null: none." },
          "type": ["string", "number", "null"],
          "minLength": 1
        },
        "parse_number_prefixes": { "type": "boolean" },
        "custom_edit_url": { "type": ["string", "null"] },
        "keywords": {
          "description": "Une liste ; avec un texte, le site n’est plus construit.",
          "descriptionIn": { "en": "A list; with a text the site is no longer built." },
          "type": "array",
          "minItems": 1,
          "items": { "type": ["string", "number"] }
        },
        "image": { "type": "string", "minLength": 1 },
        "tags": {
          "description": "Une liste ; avec un texte, le site n’est plus construit.",
          "descriptionIn": { "en": "A list; with a text the site is no longer built." },
          "type": "array",
          "items": {
            "type": ["string", "number", "object"],
            "required": ["label", "permalink"],
            "properties": {
              "label": {
                "type": ["string", "number"],
                "minLength": 1
              },
              "permalink": { "type": "string", "minLength": 1 }
            }
          }
        },
        "draft": {
          "description": "true : la page n’est pas publiée.",
          "descriptionIn": { "en": "true: the page is not published." },
          "type": "boolean"
        },
        "unlisted": {
          "description": "true : la page est publiée, mais ne se trouve pas.",
          "descriptionIn": { "en": "true: the page is published, but not to be found." },
          "type": "boolean"
        },
        "last_update": {
          "type": "object",
          "minProperties": 1,
          "properties": {
            "author": { "type": ["string", "number"], "minLength": 1 },
            "date": {
              "if": {
                "type": "string",
                "pattern": "^[0-9]{4}-"
              },
              "then": { "timestamp": true }
            }
          }
        }
      }
    }

    """#

  /// The keys of a page of MyST: the text of `myst.schema.json`.
  public static let myst: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:myst:1",
      "title": "MyST",
      "description": "L’en-tête d’une page de MyST.",
      "descriptionIn": { "en": "The front matter of a page of MyST." },
      "$comment": "mystmd 1, mystmd.org/guide/frontmatter, and what its source accepts (packages/myst-frontmatter). Keys that take several forms are checked in what all forms share.",
      "type": "object",
      "properties": {
        "title": {
          "description": "Le titre ; null : celui du texte reste en place.",
          "descriptionIn": { "en": "The title; null: that of the text stays where it is." },
          "type": ["string", "null"]
        },
        "subtitle": { "type": ["string", "null"] },
        "short_title": { "type": ["string", "null"] },
        "description": { "type": ["string", "null"] },
        "label": { "type": ["string", "null"] },
        "date": {
          "type": ["string", "null"],
          "if": { "type": "string", "pattern": "^[0-9]{4}-" },
          "then": { "timestamp": true }
        },
        "authors": {
          "type": ["array", "object", "string", "null"],
          "items": { "type": ["object", "string"] }
        },
        "author": {
          "type": ["array", "object", "string", "null"],
          "items": { "type": ["object", "string"] }
        },
        "reviewers": {
          "type": ["array", "object", "string", "null"],
          "items": { "type": ["object", "string"] }
        },
        "editors": {
          "type": ["array", "object", "string", "null"],
          "items": { "type": ["object", "string"] }
        },
        "contributors": {
          "type": ["array", "object", "string", "null"],
          "items": { "type": ["object", "string"] }
        },
        "affiliations": {
          "type": ["array", "object", "string", "null"],
          "items": { "type": ["object", "string"] }
        },
        "keywords": {
          "description": "Une liste, ou un texte coupé aux virgules et aux points-virgules.",
          "descriptionIn": {
            "en": "A list, or a text that is split at commas and semicolons."
          },
          "type": ["array", "string", "null"],
          "items": { "type": "string" }
        },
        "tags": { "type": ["array", "string", "null"], "items": {
      "type": "string"
    } },
        "doi": { "type": ["string", "null"] },
        "arxiv": { "type": ["string", "null"] },
        "pmid": {
          "description": "L’identifiant PubMed, un nombre entier.",
          "descriptionIn": { "en": "The id in PubMed, a whole number." },
          "type": ["integer", "null"],
          "minimum": 1
        },
        "pmcid": {
          "description": "L’identifiant PubMed Central : PMC et des chiffres.",
          "descriptionIn": { "en": "The id in PubMed Central: PMC and digits." },
          "type": ["string", "null"],
          "pattern": "^PMC[0-9]+$"
        },
        "open_access": { "type": ["boolean", "null"] },
        "license": { "type": ["string", "object", "null"] },
        "copyright": { "type": ["string", "null"] },
        "funding": { "type": ["array", "object", "string", "null"] },
        "github": { "type": ["string", "null"] },
        "binder": { "type": ["string", "null"], "webAddress": true },
        "edit_url": {
          "description": "L’adresse où modifier la page ; null : aucune.",
          "descriptionIn": { "en": "The address to edit the page at; null: none." },
          "type": ["string", "null"]
        },
        "subject": { "type": ["string", "null"], "maxLength": 40 },
        "venue": { "type": ["string", "object", "null"] },
        "volume": { "type": ["string", "number", "object", "null"] },
        "issue": { "type": ["string", "number", "object", "null"] },
        "first_page": { "type": ["string", "number", "null"] },
        "last_page": { "type": ["string", "number", "null"] },
        "thumbnail": {
          "description": "L’image de la page ; null : aucune.",
          "descriptionIn": { "en": "The image of the page; null: none." },
          "type": ["string", "null"]
        },
        "banner": { "type": ["string", "null"] },
        "exports": { "type": ["array", "object", "string", "null"] },
        "downloads": { "type": ["array", "object", "string", "null"] },
        "bibliography": { "type": ["array", "string", "null"], "items": {
      "type": "string"
    } },
        "parts": { "type": ["object", "null"] },
        "options": { "type": ["object", "null"] },
        "site": { "type": ["object", "null"] },
        "math": { "type": ["object", "null"] },
        "abbreviations": { "type": ["object", "null"] },
        "numbering": { "type": ["boolean", "object", "null"] },
        "kernelspec": { "type": ["object", "null"] },
        "jupytext": { "type": ["object", "null"] },
        "execute": { "type": ["object", "null"] },
        "skip_execution": { "type": ["boolean", "null"] },
        "enumerator": { "type": ["string", "null"] },
        "content_includes_title": { "type": ["boolean", "null"] }
      }
    }

    """#

  /// The keys of an agent skill: the text of `skill.schema.json`.
  public static let skill: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:skill:1",
      "title": "SKILL.md",
      "description": "L’en-tête d’une compétence pour agents, SKILL.md.",
      "descriptionIn": { "en": "The front matter of an agent skill, SKILL.md." },
      "$comment": "Agent Skills, agentskills.io/specification (2026), and its reference library skills-ref; the further keys are those of Claude Code, code.claude.com/docs/en/skills (2026).",
      "type": "object",
      "required": ["name", "description"],
      "properties": {
        "name": {
          "description": "Le nom, celui du dossier : minuscules, chiffres et traits d’union, 64 signes au plus.",
          "descriptionIn": {
            "en": "The name, that of the folder: small letters, digits and hyphens, 64 characters at most."
          },
          "type": "string",
          "minLength": 1,
          "maxLength": 64,
          "pattern": "^[\\p{Ll}\\p{Lo}\\p{Nd}]+(-[\\p{Ll}\\p{Lo}\\p{Nd}]+)*$"
        },
        "description": {
          "description": "Ce que fait la compétence et quand s’en servir, 1024 signes au plus. La valeur se met entre guillemets droits si elle contient deux-points suivis d’une espace.",
          "descriptionIn": {
            "en": "What the skill does and when to use it, 1024 characters at most. It stands between straight quotes where it contains a colon and a space."
          },
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        },
        "license": { "type": ["string", "null"] },
        "compatibility": { "type": "string", "minLength": 1, "maxLength": 500 },
        "metadata": {
          "description": "D’autres clés, dont les valeurs sont des textes.",
          "descriptionIn": { "en": "Further keys, whose values are texts." },
          "type": ["object", "null"],
          "additionalProperties": { "type": "string" }
        },
        "allowed-tools": { "type": ["string", "array", "null"], "items": {
      "type": "string"
    } },
        "argument-hint": { "type": ["string", "array", "null"] },
        "disable-model-invocation": { "type": "boolean" },
        "user-invocable": { "type": "boolean" },
        "model": { "type": ["string", "array", "null"] },
        "context": { "enum": ["fork", null] },
        "agent": { "type": ["string", "null"] },
        "hooks": { "type": ["object", "array", "null"] }
      }
    }

    """#

  /// The keys of instructions for agents: the text of `agent-rules.schema.json`.
  public static let agentRules: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:agent-rules:1",
      "title": "*.instructions.md, *.mdc",
      "description": "L’en-tête de consignes pour agents.",
      "descriptionIn": { "en": "The front matter of instructions for agents." },
      "$comment": "VS Code, code.visualstudio.com/docs/copilot/customization/custom-instructions (2026-03): name, description, applyTo, and paths in .claude/rules; GitHub Copilot, docs.github.com (custom instructions): applyTo, excludeAgent; Cursor, cursor.com/docs/context/rules (*.mdc): globs, alwaysApply.",
      "type": "object",
      "properties": {
        "name": { "type": ["string", "null"] },
        "description": {
          "description": "À quoi servent ces consignes. La valeur se met entre guillemets droits si elle contient deux-points suivis d’une espace.",
          "descriptionIn": {
            "en": "What these instructions are for. It stands between straight quotes where it contains a colon and a space."
          },
          "type": ["string", "null"]
        },
        "applyTo": {
          "description": "Les fichiers pour lesquels elles valent : un texte, les motifs séparés par des virgules.",
          "descriptionIn": {
            "en": "The files that they hold for: one text, the patterns parted by commas."
          },
          "type": "string",
          "minLength": 1
        },
        "paths": {
          "description": "Les fichiers pour lesquels elles valent (.claude/rules).",
          "descriptionIn": { "en": "The files that they hold for (.claude/rules)." },
          "type": ["array", "string", "null"],
          "items": { "type": "string" }
        },
        "globs": { "type": ["string", "array", "null"], "items": {
      "type": "string"
    } },
        "alwaysApply": {
          "description": "true : les consignes valent toujours (Cursor).",
          "descriptionIn": { "en": "true: the rules always hold (Cursor)." },
          "type": ["boolean", "null"]
        },
        "excludeAgent": { "type": ["string", "null"] }
      }
    }

    """#

  /// The keys of a prompt for agents: the text of `agent-prompt.schema.json`.
  public static let agentPrompt: StaticString = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:posting-lint:schema:agent-prompt:1",
      "title": "*.prompt.md",
      "description": "L’en-tête d’une commande ou d’un agent : *.prompt.md, *.agent.md, .claude/commands, .claude/agents.",
      "descriptionIn": {
        "en": "The front matter of a prompt or an agent: *.prompt.md, *.agent.md, .claude/commands, .claude/agents."
      },
      "$comment": "VS Code, code.visualstudio.com/docs/copilot/customization/prompt-files and /custom-agents (2025-11); Claude Code, code.claude.com/docs/en/slash-commands and /sub-agents (2026).",
      "type": "object",
      "properties": {
        "name": { "type": ["string", "null"] },
        "description": {
          "description": "Ce que fait la commande. La valeur se met entre guillemets droits si elle contient deux-points suivis d’une espace.",
          "descriptionIn": {
            "en": "What the prompt does. It stands between straight quotes where it contains a colon and a space."
          },
          "type": ["string", "null"]
        },
        "mode": { "type": ["string", "null"] },
        "tools": { "type": ["string", "array", "null"], "items": {
      "type": "string"
    } },
        "allowed-tools": { "type": ["string", "array", "null"], "items": {
      "type": "string"
    } },
        "argument-hint": { "type": ["string", "array", "null"] },
        "disable-model-invocation": { "type": "boolean" },
        "user-invocable": { "type": "boolean" },
        "model": { "type": ["string", "array", "null"] },
        "context": { "enum": ["fork", null] },
        "agent": { "type": ["string", "null"] },
        "hooks": { "type": ["object", "array", "null"] }
      }
    }

    """#
}
