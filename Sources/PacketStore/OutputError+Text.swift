import Glibc

extension OutputError: CustomStringConvertible {
  /// The English text.
  package var description: String { english }

  /// What happened and what to do, in English.
  package var english: String {
    switch reason {
    case .system(let step, let number): "\(path): " + Self.english(step, number)
    case .notAFolder: "\(path): is not a folder; give another --out"
    case .notAFile: "\(path): is no file that can be read; expected a regular file"
    case .longerThan(let most): "\(path): is longer than \(most) bytes, and was not read"
    case .notOurs:
      "\(path): not a folder made by review-packet (no readable \(Manifest.fileName)), "
        + "so it is not replaced; give a new or an empty folder"
    case .foreignEntry:
      "\(path): not made by review-packet, and would be lost; move it elsewhere and run again"
    case .alreadyExists: "\(path): exists and is never overwritten; give another name"
    case .workingFolder:
      "\(path): the current folder is in it, so it cannot be replaced; give another --out"
    case .mountPoint:
      "\(path): is a mount point and cannot be replaced as a whole; give a folder inside it"
    case .changedSinceWritten:
      "\(path): was changed after it was built (its digest is not the manifest's); "
        + "build all contracts again, without --contract"
    case .lostSinceWritten(let number):
      "\(path): was built, and can't be read any more: \(Self.text(of: number)); "
        + "build all contracts again, without --contract"
    case .changedWhileRead:
      "\(path): changed while it was read; run again when nobody works on it"
    case .nothingToKeep: "\(path): is not in the existing output; build all contracts"
    case .writtenTwice: "\(path): written twice; please report this as an error of the program"
    case .incomplete: "\(path): was not written completely, so nothing was replaced"
    case .finished: "\(path): the output was already finished; please report this"
    }
  }

  /// What happened and what to do, in Chinese.
  package var chinese: String {
    switch reason {
    case .system(let step, let number): "\(path)：" + Self.chinese(step, number)
    case .notAFolder: "\(path)：不是資料夾；請改用其他 --out"
    case .notAFile: "\(path)：不是可讀取的檔案；應為一般檔案"
    case .longerThan(let most): "\(path)：超過 \(most) 位元組，未讀取"
    case .notOurs:
      "\(path)：不是 review-packet 產生的資料夾（沒有可讀的 \(Manifest.fileName)），未予取代；請指定新的或空的資料夾"
    case .foreignEntry: "\(path)：不是 review-packet 產生的檔案，取代後會遺失；請先移到別處再執行"
    case .alreadyExists: "\(path)：已經存在，不予覆寫；請改用其他名稱"
    case .workingFolder: "\(path)：目前的工作資料夾在其中，無法取代；請改用其他 --out"
    case .mountPoint: "\(path)：是掛載點，無法整個取代；請指定其中的資料夾"
    case .changedSinceWritten: "\(path)：產生後已被更動（與清單的雜湊值不符）；請不加 --contract 重新產生全部契約"
    case .lostSinceWritten(let number):
      "\(path)：產生後已無法讀取（\(Self.text(of: number))）；請不加 --contract 重新產生全部契約"
    case .changedWhileRead: "\(path)：讀取時內容有變動；請於無人使用此檔時再執行"
    case .nothingToKeep: "\(path)：不在既有的輸出中；請產生全部契約"
    case .writtenTwice: "\(path)：重複寫入；此為程式錯誤，請回報"
    case .incomplete: "\(path)：未完整寫入，因此未取代任何檔案"
    case .finished: "\(path)：輸出已經結束；此為程式錯誤，請回報"
    }
  }

  /// What the system refused, and what to do, in English.
  static func english(_ step: Step, _ number: Int32) -> String {
    "cannot \(english(step)): \(text(of: number)); " + remedy(for: number).english
  }

  /// What the system refused, and what to do, in Chinese.
  static func chinese(_ step: Step, _ number: Int32) -> String {
    "無法\(chinese(step))（\(text(of: number))）；\(remedy(for: number).chinese)"
  }

  private static func english(_ step: Step) -> String {
    switch step {
    case .look: "look at it"
    case .createFolder: "create the folder"
    case .write: "write"
    case .read: "read"
    case .replace: "put the new output in place"
    }
  }

  private static func chinese(_ step: Step) -> String {
    switch step {
    case .look: "查看"
    case .createFolder: "建立資料夾"
    case .write: "寫入"
    case .read: "讀取"
    case .replace: "放入新的輸出"
    }
  }

  /// The system's own words, which stay the same in any locale as the program never sets one.
  private static func text(of number: Int32) -> String {
    guard let text = strerror(number) else { return "errno \(number)" }
    return String(cString: text)
  }

  private static func remedy(for number: Int32) -> (english: String, chinese: String) {
    switch number {
    case ENOSPC, EDQUOT: ("free some space or give another --out", "請清出空間或改用其他 --out")
    case EACCES, EPERM: ("ask for the permission or give another --out", "請取得權限或改用其他 --out")
    case EROFS: ("the file system is read-only: give another --out", "檔案系統唯讀，請改用其他 --out")
    case EBUSY, EXDEV:
      ("give a folder inside it, or one that does not exist yet", "請指定其中的資料夾，或尚不存在的資料夾")
    case ENAMETOOLONG: ("give a shorter name", "請改用較短的名稱")
    case ENOTDIR: ("a part of the path is a file: give another --out", "路徑中有一段是檔案，請改用其他 --out")
    case EMFILE, ENFILE: ("give a smaller --jobs", "請減少 --jobs")
    case EIO: ("check the disk", "請檢查磁碟")
    default: ("check the path and run again", "請檢查路徑後再執行")
    }
  }
}
