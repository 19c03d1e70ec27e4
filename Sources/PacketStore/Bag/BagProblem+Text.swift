extension BagProblems {
  /// Each problem in English and Chinese: where, what was found, what was expected, what to do.
  package var texts: [(english: String, chinese: String)] {
    problems.map { problem in
      let place = problem.path.isEmpty ? folder : folder + "/" + problem.path
      let line = problem.reason.line.map { ":\($0)" } ?? ""
      return (
        "\(place)\(line): \(problem.reason.english)", "\(place)\(line)：\(problem.reason.chinese)"
      )
    }
  }
}

extension BagProblem.Reason {
  /// The line of a tag file that it is about.
  fileprivate var line: Int? {
    switch self {
    case .longLine(let line, _), .notUTF8(let line), .line(let line, _),
      .linePath(let line, _, _), .linePlace(let line, _), .listedTwice(let line, _, _),
      .infoLine(let line, _):
      line
    default: nil
    }
  }

  fileprivate var english: String {
    switch self {
    case .system(let step, let number): OutputError.english(step, number)
    case .notAFolder: "there is no such folder; give the folder of an archive"
    case .notABag:
      "no bagit.txt is in it, so it is no archive; give the folder that holds bagit.txt"
    case .link:
      "a link; a bag holds plain files and folders only: take the archive from its source again"
    case .notAFile: "not a plain file or folder: take the archive from its source again"
    case .name(let fault): "the name \(fault.english)"
    case .sameName(let other):
      "differs from \(other) only in case or in the form of its letters; expected names that "
        + "every file system keeps apart"
    case .tooManyEntries(let most):
      "more than \(most) files and folders, which is no archive of ours"
    case .tooDeep(let most): "more than \(most) folders inside each other"
    case .tooLarge(let bytes, let most): "the payload has \(bytes) bytes; at most \(most) are read"
    case .tooManyManifests(let most): "more than \(most) manifests"
    case .tooManyLines(let most): "more than \(most) lines"
    case .longLine(_, let most): "the line is longer than \(most) bytes"
    case .longFile(let bytes, let most): "\(bytes) bytes; at most \(most) are read of this file"
    case .notUTF8: "the line is not UTF-8"
    case .declaration(let found):
      "found “\(found)”; expected the two lines BagIt-Version and Tag-File-Character-Encoding"
    case .version(let found):
      "BagIt version “\(found)”; expected \(BagLayout.versions.joined(separator: " or "))"
    case .encoding(let found): "tag files in “\(found)”; expected UTF-8"
    case .fetch:
      "the bag names files to be fetched from elsewhere, which is never done; expected a whole bag"
    case .noTrustedManifest:
      "no manifest-sha256.txt or manifest-sha512.txt; other digests can be forged, so nothing "
        + "proves the files"
    case .missingTagFile: "the file is missing"
    case .line(_, let found): "found “\(found)”; expected a digest, blanks and a path"
    case .linePath(_, let found, let fault): "“\(found)”: the path \(fault.english)"
    case .linePlace(_, let found):
      "“\(found)”; a manifest lists files inside data/ only, and a tag manifest none of them"
    case .listedTwice(_, let found, let first): "“\(found)” is listed in line \(first) already"
    case .infoLine(_, let found): "found “\(found)”; expected a label, a colon and a value"
    case .oxum(let found, let bytes, let files):
      "Payload-Oxum is “\(found)”, but the payload has \(bytes).\(files) (bytes and files): "
        + "something was added, lost or cut"
    case .oxumTwice: "Payload-Oxum stands there more than once"
    case .missing(let manifest): "\(manifest) lists it, but it is missing"
    case .unlisted(let manifest): "\(manifest) does not list it; nothing vouches for it"
    case .digest(let manifest, let expected, let found):
      "it was changed or damaged: \(manifest) says \(expected.prefix(16))…, found "
        + "\(found.prefix(16))…; take the archive from another copy"
    case .changed: "it changed while it was read; run again when nobody works in the archive"
    case .more(let most): "only the first \(most) problems are told"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .system(let step, let number): OutputError.chinese(step, number)
    case .notAFolder: "找不到此資料夾；請指定封存資料夾"
    case .notABag: "其中沒有 bagit.txt，不是封存資料夾；請指定含有 bagit.txt 的資料夾"
    case .link: "是連結；封存內只應有一般檔案與資料夾，請向來源重新取得"
    case .notAFile: "不是一般檔案或資料夾；請向來源重新取得"
    case .name(let fault): "名稱\(fault.chinese)"
    case .sameName(let other): "與 \(other) 只差在大小寫或字元組合形式；應使用任何檔案系統都能區分的名稱"
    case .tooManyEntries(let most): "檔案與資料夾超過 \(most) 個，不是本程式的封存"
    case .tooDeep(let most): "資料夾超過 \(most) 層"
    case .tooLarge(let bytes, let most): "內容共 \(bytes) 位元組，至多讀取 \(most)"
    case .tooManyManifests(let most): "清單檔超過 \(most) 個"
    case .tooManyLines(let most): "超過 \(most) 行"
    case .longLine(_, let most): "此行超過 \(most) 位元組"
    case .longFile(let bytes, let most): "共 \(bytes) 位元組，此檔至多讀取 \(most)"
    case .notUTF8: "此行不是 UTF-8"
    case .declaration(let found):
      "內容為「\(found)」；應為 BagIt-Version 與 Tag-File-Character-Encoding 兩行"
    case .version(let found):
      "BagIt 版本為「\(found)」；應為 \(BagLayout.versions.joined(separator: " 或 "))"
    case .encoding(let found): "標記檔編碼為「\(found)」；應為 UTF-8"
    case .fetch: "此封存要求從他處下載檔案，本程式一律不下載；應為完整的封存"
    case .noTrustedManifest:
      "沒有 manifest-sha256.txt 或 manifest-sha512.txt；其他雜湊可被偽造，無法證明檔案內容"
    case .missingTagFile: "缺少此檔"
    case .line(_, let found): "內容為「\(found)」；應為雜湊值、空白與路徑"
    case .linePath(_, let found, let fault): "「\(found)」：路徑\(fault.chinese)"
    case .linePlace(_, let found): "「\(found)」；內容清單只列 data/ 內的檔案，標記清單則不列"
    case .listedTwice(_, let found, let first): "「\(found)」已列於第 \(first) 行"
    case .infoLine(_, let found): "內容為「\(found)」；應為欄名、冒號與值"
    case .oxum(let found, let bytes, let files):
      "Payload-Oxum 為「\(found)」，實際為 \(bytes).\(files)（位元組與檔數）：檔案有增減或不完整"
    case .oxumTwice: "Payload-Oxum 出現不只一次"
    case .missing(let manifest): "\(manifest) 列有此檔，但檔案不存在"
    case .unlisted(let manifest): "\(manifest) 未列此檔，無從證明其內容"
    case .digest(let manifest, let expected, let found):
      "內容已被更動或損壞：\(manifest) 為 \(expected.prefix(16))…，實際為 \(found.prefix(16))…；"
        + "請改用其他備份"
    case .changed: "讀取時內容有變動；請於無人使用此封存時再執行"
    case .more(let most): "僅列出前 \(most) 項問題"
    }
  }
}

extension BagProblem.NameFault {
  fileprivate var english: String {
    switch self {
    case .empty: "has an empty part"
    case .tooLong: "has a part of more than 255 bytes"
    case .absolute: "is absolute; expected one inside the bag"
    case .upward: "has a part “.” or “..”; expected one that stays inside the bag"
    case .backslash: "has a backslash, which leads elsewhere on some systems"
    case .driveLetter: "begins with a drive letter"
    case .control: "has a control character, a line end or a mark of direction"
    case .notUTF8: "is not UTF-8"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .empty: "有空白的一段"
    case .tooLong: "有一段超過 255 位元組"
    case .absolute: "是絕對路徑；應在封存之內"
    case .upward: "含有「.」或「..」；應留在封存之內"
    case .backslash: "含有反斜線，在某些系統上會指向他處"
    case .driveLetter: "以磁碟機代號開頭"
    case .control: "含有控制字元、換行或書寫方向標記"
    case .notUTF8: "不是 UTF-8"
    }
  }
}
