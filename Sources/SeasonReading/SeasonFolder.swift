import ReviewModel
private import Glibc

/// The files of a season folder, as its listing finds them.
struct SeasonFolder {
  struct Entry {
    /// The path inside the season folder, with `/`.
    let path: String
    let location: String
    let kind: InputFile.Kind
  }

  let root: String
  private(set) var entries: [Entry] = []
  /// The paths of the folders that were walked through, empty ones too, a folder before what is in it.
  private(set) var folders: [String] = []
  private(set) var findings: [Finding] = []

  /// All but the usage files.
  var tableEntries: [Entry] { entries.filter { $0.kind != .usage } }

  private static let tables: [(name: String, kind: InputFile.Kind, isRequired: Bool)] = [
    ("programme.yaml", .programme, false), ("approvals.csv", .approvals, true),
    ("solutions.csv", .solutions, true), ("progress.csv", .progress, true),
    ("rulings.csv", .rulings, false), (FixFile.name, .fixes, false),
  ]
  /// Endings of files that are read as tables, in lower case.
  private static let endings = [".csv", ".tsv", ".txt"]

  /// Lists a folder; what can't be used is a finding.
  init(_ root: String) {
    self.root = root
    guard let real = realRoot() else { return }
    for (name, kind, isRequired) in Self.tables {
      let location = root + "/" + name
      guard Self.linkStatus(location) != nil else {
        let reason = Self.reason(errno, missing: Bilingual(zh: "缺少此檔案", en: "the file is missing"))
        if isRequired { complain(name, reason) }
        continue
      }
      add(name, location, kind, inside: real)
    }
    for (name, kind) in [("rosters", InputFile.Kind.roster), ("usage", .usage)] {
      let location = root + "/" + name
      guard Self.linkStatus(location) != nil else {
        complain(
          name, Self.reason(errno, missing: Bilingual(zh: "缺少此資料夾", en: "the folder is missing")))
        continue
      }
      guard isInside(name, location, real) else { continue }
      guard Self.status(location).map({ Self.isFolder($0) }) ?? false else {
        complain(name, Bilingual(zh: "這不是資料夾", en: "this is no folder"))
        continue
      }
      walk(name, location, kind, inside: real, above: [real])
    }
    entries.sort { bytesPrecede($0.path, $1.path) }
  }

  /// Lists all files below a folder, whatever they are; what can't be used is a finding.
  init(everythingBelow root: String) {
    self.root = root
    guard let real = realRoot() else { return }
    walk("", root, .other, inside: real, above: [])
    entries.sort { bytesPrecede($0.path, $1.path) }
  }

  private mutating func walk(
    _ path: String, _ location: String, _ kind: InputFile.Kind, inside real: String,
    above: [String]
  ) {
    guard let here = Self.realPath(location), !above.contains(here) else {
      complain(path, Bilingual(zh: "連結指回上層資料夾", en: "the link leads back to a folder above"))
      return
    }
    guard let names = Self.names(in: location) else {
      complain(path, Bilingual(zh: "無法讀取此資料夾", en: "the folder can't be read"))
      return
    }
    if !path.isEmpty { folders.append(path) }
    for name in names where !name.hasPrefix(".") {
      let (inner, place) = (path.isEmpty ? name : path + "/" + name, location + "/" + name)
      guard isInside(inner, place, real) else { continue }
      if Self.status(place).map({ Self.isFolder($0) }) ?? false {
        walk(inner, place, kind, inside: real, above: above + [here])
      } else {
        add(inner, place, kind, inside: real)
      }
    }
  }

  private mutating func add(
    _ path: String, _ location: String, _ kind: InputFile.Kind, inside real: String
  ) {
    guard isInside(path, location, real) else { return }
    guard let status = Self.status(location) else {
      let reason = Self.reason(
        errno, missing: Bilingual(zh: "無法讀取此檔案", en: "the file can't be read"))
      // A name in another encoding, as in archives from Windows, can't be told from a file that is gone.
      complain(path, path.unicodeScalars.contains("\u{FFFD}") ? Self.unknownName : reason)
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      complain(path, Bilingual(zh: "這不是一般檔案", en: "this is not a regular file"))
      return
    }
    let isTable = Self.endings.contains { Normalisation.lowerCased(path).hasSuffix($0) }
    if kind == .roster || kind == .usage, !isTable {
      findings.append(
        Finding(
          .IN007, at: Place(file: path), value: path,
          detail: Bilingual(
            zh: "不是 .csv、.tsv 或 .txt 檔，未讀取",
            en: "the file is no .csv, .tsv or .txt and was not read")))
      return
    }
    entries.append(Entry(path: path, location: location, kind: kind))
  }

  /// Whether a link, where it is one, stays inside the season folder.
  private mutating func isInside(_ path: String, _ location: String, _ real: String) -> Bool {
    guard let status = Self.linkStatus(location), status.st_mode & S_IFMT == S_IFLNK else {
      return true
    }
    guard let target = Self.realPath(location) else {
      complain(path, Bilingual(zh: "連結沒有指向任何檔案", en: "the link leads nowhere"))
      return false
    }
    guard target.utf8.elementsEqual(real.utf8) || target.utf8.starts(with: (real + "/").utf8) else {
      complain(
        path, Bilingual(zh: "連結指向年度資料夾之外", en: "the link leads outside the season folder"))
      return false
    }
    return true
  }

  private mutating func complain(_ path: String, _ detail: Bilingual) {
    findings.append(Finding(.IN001, at: Place(file: path), detail: detail))
  }

  /// The folder's path without links; nil, and a finding, where it is none.
  private mutating func realRoot() -> String? {
    guard let real = Self.realPath(root) else {
      let missing = Bilingual(
        zh: "找不到此資料夾，或它不是資料夾", en: "the folder is missing, or is no folder")
      complain(".", Self.reason(errno, missing: missing))
      return nil
    }
    guard Self.status(real).map({ Self.isFolder($0) }) ?? false else {
      complain(
        ".", Bilingual(zh: "找不到此資料夾，或它不是資料夾", en: "the folder is missing, or is no folder"))
      return nil
    }
    return real
  }

  private static let unknownName = Bilingual(
    zh: "檔名不是 UTF-8（可能出自 Windows 的壓縮檔），請重新命名",
    en: "its name is not UTF-8, as in archives from Windows; rename it")

  /// Why a file or a folder is not to be had, by the system's number.
  private static func reason(_ number: Int32, missing: Bilingual) -> Bilingual {
    number == EACCES
      ? Bilingual(zh: "沒有讀取權限", en: "permission to read it is denied") : missing
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func linkStatus(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder, in the order of their bytes; nil where it can't be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted(by: bytesPrecede)
  }
}
