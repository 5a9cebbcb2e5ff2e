import SourceText

/// What the last label of a name says: whether it is the name of a host or of a file.
public enum TopLevelDomain {
  /// Whether hosts end so and files that pages link to do not: countries, and the endings that everybody knows.
  public static func isCertain(_ label: ArraySlice<UInt8>) -> Bool {
    has(label, in: certain) || label.count == 2 && has(label, in: countries) && !has(label, in: fileLike)
  }

  /// Whether hosts end so, files and names in programs perhaps too.
  public static func isKnown(_ label: ArraySlice<UInt8>) -> Bool {
    has(label, in: certain) || has(label, in: countries) || has(label, in: others)
      || label.count > 4 && label.prefix(4).elementsEqual("xn--".utf8)
  }

  /// Whether files, or the parts of a program, end so too.
  public static func isFileLike(_ label: ArraySlice<UInt8>) -> Bool { has(label, in: fileLike) }

  /// Whether a file is named so more often than a host of mail.
  static func isDocument(_ label: ArraySlice<UInt8>) -> Bool { has(label, in: documents) }

  private static func has(_ label: ArraySlice<UInt8>, in list: StaticString) -> Bool {
    guard label.count >= 2, label.count <= 14, label.allSatisfy(\.isLetter) else { return false }
    return list.withUTF8Buffer { words in
      var index = 0
      while index + label.count < words.count {
        var matched = 0
        while matched < label.count,
          unsafe words[index + matched] == label[label.startIndex + matched] | 0x20
        {
          matched += 1
        }
        if matched == label.count, unsafe words[index + matched] == Byte.space { return true }
        // On to the next word.
        while unsafe index < words.count && words[index] != Byte.space { index += 1 }
        index += 1
      }
      return false
    }
  }

  // Each list ends with a blank.

  private static let certain: StaticString =
    "com org net edu gov mil biz eu dev paris bzh alsace corsica xyz gmbh coop museum asia quebec brussels berlin "

  private static let others: StaticString = """
    info name pro aero jobs mobi travel tel cat post page blog site online website tech store shop cloud agency digital \
    consulting design studio school academy community foundation social work works team careers news media press club \
    life live world global group solutions services systems network software technology email center company expert eus \
    gal scot wales amsterdam london tokyo nyc ngo ong green bio earth house immo art music tools wiki space top vip one \
    fun app int sarl leclerc sncf total bnpparibas google aws 
    """

  /// Countries whose letters end the names of files too, or of methods and modules.
  private static let fileLike: StaticString =
    "md sh rs py pl ps cc so mk ml pm in st sc tf la am as ai ac bz mo ms id do is to be at me my no it cd cm "

  /// The endings of files among those of countries, when a name with an `@` bears them.
  private static let documents: StaticString = "md py ps sh "

  private static let countries: StaticString = """
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf \
    cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg \
    gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn \
    kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na \
    nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh \
    si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve \
    vg vi vn vu wf ws ye yt za zm zw 
    """
}
