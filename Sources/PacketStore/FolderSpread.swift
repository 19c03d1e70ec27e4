import Glibc

/// Where on a disk the folders of an output are put, by a mark that ext4 knows.
///
/// Else all files of an output come from one part of the disk: tasks that create files there wait for
/// each other, and where an output was removed a moment ago, each new file may have to pass all of its
/// places. With the mark («top of hierarchies», `chattr +T`) a new folder goes to a part of its own, its
/// files with it. To find one takes a look at all parts, so most folders stay with the one before.
/// Which part it is follows from the folder's name: under its own one a packet that is built again would
/// come just where its predecessor was removed, so it is made under another and renamed. Other file systems
/// refuse the mark, and go on as they did.
struct FolderSpread {
  private static let neighbours = 8
  /// As many as are made at the same time on most machines.
  private static let newcomers = 2

  /// The folder above, which is open as long as this is used.
  private let descriptor: Int32
  private var count = 0
  /// Whether the last mark was taken.
  private var isMarked = false

  init(in descriptor: Int32) { self.descriptor = descriptor }

  /// To be called before a folder is made; it may be there then.
  mutating func folderBegins(at path: String) {
    switch count % Self.neighbours {
    case 0: mark(true)
    case Self.newcomers: mark(false)
    default: break
    }
    count += 1
    if isMarked { Self.make(path) }
  }

  /// To be called when no more folders are made: the mark is not left behind.
  mutating func end() { mark(false) }

  /// Makes a folder in a part of the disk that does not follow from its name; what fails here is done,
  /// or told, by those who write into the folder.
  static func make(_ path: String) {
    let made = path + "." + Leftovers.suffix()
    guard mkdir(made, 0o777) == 0 else { return }
    if rename(made, path) != 0 { rmdir(made) }
  }

  private mutating func mark(_ isMarked: Bool) {
    // From linux/fs.h, whose macros Swift can't import: FS_IOC_GETFLAGS and FS_IOC_SETFLAGS.
    let request = UInt(MemoryLayout<Int>.size) << 16 | UInt(UInt8(ascii: "f")) << 8
    let topOfHierarchies: Int32 = 0x0002_0000
    // The system reads and writes 32 bits, though the request tells the size of a long.
    var flags: (Int32, Int32) = (0, 0)
    self.isMarked = false
    guard ioctl(descriptor, 2 << 30 | request | 1, &flags) == 0 else { return }
    flags.0 = isMarked ? flags.0 | topOfHierarchies : flags.0 & ~topOfHierarchies
    self.isMarked = ioctl(descriptor, 1 << 30 | request | 2, &flags) == 0 && isMarked
  }
}
