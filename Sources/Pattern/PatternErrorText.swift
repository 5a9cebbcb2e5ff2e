extension PatternError.Reason {
  /// What is wrong with the pattern and what to write, in plain English; "it" is the pattern.
  public var english: String {
    switch self {
    case .invalidUTF8: "it is not UTF-8"
    case .unclosedGroup: "a group is not closed: add “)”"
    case .unmatchedParenthesis: "“)” closes nothing: remove it, or write “\\)”"
    case .unclosedClass: "a class is not closed: add “]”"
    case .loneBracket: "a bracket or brace stands alone: put a backslash before it"
    case .nothingToRepeat:
      "a quantifier such as “*” has nothing to repeat: put a backslash before it if the character itself is meant"
    case .badQuantifier: "braces are written {n}, {n,} or {n,m}; put a backslash before the character itself"
    case .quantifierOutOfOrder: "in {n,m} the smaller number comes first"
    case .trailingBackslash: "it ends after a backslash: write “\\\\” for the character itself"
    case .unknownEscape: "this escape does not exist: remove the backslash"
    case .badCodeEscape: "the code of a character is incomplete: write \\xHH, \\uHHHH, \\u{H} or \\cA"
    case .unknownProperty: "this Unicode property does not exist: write it as in \\p{L} or \\p{Script=Greek}"
    case .rangeOutOfOrder: "a range of a class is in the wrong order: put the smaller character first"
    case .classInRange: "a range cannot begin or end with a class such as \\d: write “\\-” for a hyphen"
    case .unknownGroup: "“(?” begins no kind of group"
    case .badGroupName: "the name of a group is made of letters, digits, “_” and “$”"
    case .duplicateGroupName: "two groups have the same name"
    case .unknownGroupReference: "a reference such as \\1 or \\k<name> names no group"
    case .unsupportedModifier: "a flag of a group is unknown, repeated or not supported"
    case .tooDeep: "groups are nested too deeply"
    case .tooLarge: "it is too large: lower the counts of its repetitions"
    case .stepLimit: "it took too many steps on this text and was given up"
    }
  }

  /// The same in plain French; "elle" is the regular expression.
  public var french: String {
    switch self {
    case .invalidUTF8: "elle n’est pas en UTF-8"
    case .unclosedGroup: "un groupe n’est pas refermé\u{A0}: ajoutez «\u{A0})\u{A0}»"
    case .unmatchedParenthesis: "«\u{A0})\u{A0}» ne referme rien\u{A0}: retirez-la, ou écrivez «\u{A0}\\)\u{A0}»"
    case .unclosedClass: "une classe n’est pas refermée\u{A0}: ajoutez «\u{A0}]\u{A0}»"
    case .loneBracket: "un crochet ou une accolade est seul\u{A0}: mettez une barre oblique inverse devant"
    case .nothingToRepeat:
      "un quantificateur comme «\u{A0}*\u{A0}» n’a rien à répéter\u{A0}: mettez une barre oblique inverse devant s’il s’agit du caractère lui-même"
    case .badQuantifier:
      "les accolades s’écrivent {n}, {n,} ou {n,m}\u{A0}; mettez une barre oblique inverse devant le caractère lui-même"
    case .quantifierOutOfOrder: "dans {n,m}, le plus petit nombre vient en premier"
    case .trailingBackslash:
      "elle finit par une barre oblique inverse\u{A0}: écrivez «\u{A0}\\\\\u{A0}» pour le caractère lui-même"
    case .unknownEscape: "cet échappement n’existe pas\u{A0}: retirez la barre oblique inverse"
    case .badCodeEscape: "le code d’un caractère est incomplet\u{A0}: écrivez \\xHH, \\uHHHH, \\u{H} ou \\cA"
    case .unknownProperty: "cette propriété Unicode n’existe pas\u{A0}: elle s’écrit comme \\p{L} ou \\p{Script=Greek}"
    case .rangeOutOfOrder: "un intervalle est dans le mauvais ordre\u{A0}: mettez le plus petit caractère en premier"
    case .classInRange:
      "un intervalle ne peut ni commencer ni finir par une classe comme \\d\u{A0}: écrivez «\u{A0}\\-\u{A0}» pour un tiret"
    case .unknownGroup: "«\u{A0}(?\u{A0}» ne commence aucune sorte de groupe"
    case .badGroupName: "le nom d’un groupe est fait de lettres, de chiffres, de «\u{A0}_\u{A0}» et de «\u{A0}$\u{A0}»"
    case .duplicateGroupName: "deux groupes portent le même nom"
    case .unknownGroupReference: "une référence comme \\1 ou \\k<nom> ne désigne aucun groupe"
    case .unsupportedModifier: "une option de groupe est inconnue, répétée ou non prise en charge"
    case .tooDeep: "des groupes sont imbriqués trop profondément"
    case .tooLarge: "elle est trop grande\u{A0}: réduisez le nombre de ses répétitions"
    case .stepLimit: "elle demandait trop d’étapes sur ce texte et a été abandonnée"
    }
  }
}
