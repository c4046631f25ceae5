import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Files

struct FileSystemTests {
  private let folder = TemporaryFolder()

  // MARK: Reading and writing

  @Test func whatIsWrittenIsReadBack() throws {
    let path = folder.place("file")
    for bytes in [[], [0, 255, 10], [UInt8](repeating: 7, count: 200_000)] as [[UInt8]] {
      try FileSystem.write(bytes, to: path)
      #expect(try FileSystem.readStored(path) == bytes)
      #expect(try folder.files() == ["file": bytes])
    }
  }

  @Test func whatIsAppendedComesLast() throws {
    let path = folder.place("file")
    for bytes in [[1, 2], [], [3]] as [[UInt8]] { try FileSystem.append(bytes, to: path) }
    #expect(try folder.files() == ["file": [1, 2, 3]])
    #expect(throws: FileError.self) {
      try FileSystem.append([1], to: self.folder.place("none/file"))
    }
  }

  @Test func whatIsNotThereIsNothingAndNoError() throws {
    #expect(try FileSystem.readStored(folder.place("none")) == nil)
    #expect(try !FileSystem.exists(folder.place("none")))
    try FileSystem.remove(folder.place("none"))
    try folder.write([1], to: "file")
    #expect(try FileSystem.exists(folder.place("file")))
    #expect(try FileSystem.exists(folder.path))
  }

  @Test func whatCannotBeReadIsAnError() throws {
    try folder.write([1], to: "file")
    let within = folder.place("file/within")
    for work in [
      { _ = try FileSystem.readStored(folder.path) }, { _ = try FileSystem.readStored(within) },
      { _ = try FileSystem.exists(within) }, { _ = try FileSystem.names(in: within) },
    ] {
      let error = #expect(throws: FileError.self, performing: work)
      #expect(error?.operation == .read)
      #expect(error?.message.hasPrefix("cannot read ") == true)
    }
    let none = folder.place("none")
    let error = #expect(throws: FileError.self) { try FileSystem.names(in: none) }
    #expect(error?.operation == .read && error?.message == "folder '\(none)' is missing")
  }

  @Test func aFileThatIsTooLongIsNotRead() throws {
    let path = folder.place("file")
    try folder.write([UInt8](repeating: 1, count: 100), to: "file")
    #expect(try FileSystem.read(path, byteCountMax: 100)?.count == 100)
    #expect(try FileSystem.read(path, byteCountMax: 99) == nil)
    #expect(throws: FileError.self) {
      try FileSystem.read(folder.place("none"), byteCountMax: 9)
    }
  }

  @Test func aFileThatCannotTakeItsNameLeavesEverythingAsItWas() throws {
    try folder.write([1], to: "taken/file")
    let before = try folder.files()
    let error = #expect(throws: FileError.self) {
      try FileSystem.write([2], to: folder.place("taken"))
    }
    #expect(error?.operation == .write)
    #expect(try folder.files() == before)
  }

  /// As root a file could take the name of `/dev/null`, and of all that is written there.
  @Test func aPipeGetsTheBytesAndStays() throws {
    let path = folder.place("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try FileSystem.write([1, 2, 3], to: path)
    var bytes = [UInt8](repeating: 0, count: 9)
    #expect(read(reader, &bytes, 9) == 3 && bytes.starts(with: [1, 2, 3, 0]))
    #expect(try FileSystem.names(in: folder.path) == ["pipe"])
  }

  @Test func aFolderThatIsNotThereCannotBeWrittenTo() throws {
    let error = #expect(throws: FileError.self) {
      try FileSystem.write([2], to: folder.place("none/file"))
    }
    #expect(error?.operation == .create && error?.code == ENOENT)
    #expect(try folder.files().isEmpty)
  }

  /// What a killed process of the same number has left does not stand in the way.
  @Test func whatKilledWritersLeftIsRemoved() throws {
    let host = Host.name
    let own = getpid()
    // No process has this number: it is above the largest that the system gives.
    let left = [
      ".file.\(host).\(own).tmp", ".file.\(host).\(own)-2.tmp", ".file.\(host).99999999.tmp",
    ]
    let others = [
      ".file.other.\(own).tmp", ".file.\(host).1.tmp", ".other.\(host).\(own).tmp",
      ".file.\(host).tmp", ".file.\(host).x.tmp",
    ]
    for name in left + others { try folder.write([9], to: name) }
    try FileSystem.write([2], to: folder.place("file"))
    #expect(try FileSystem.names(in: folder.path) == (others + ["file"]).sorted())
    #expect(try FileSystem.readStored(folder.place("file")) == [2])
  }

  /// Somebody else's folder of that name stays, and so does a file that is still being written.
  @Test func whatIsInUseStandsAsideAndStays() throws {
    let first = ".file.\(Host.name).\(getpid()).tmp"
    try FileManager.default.createDirectory(
      atPath: folder.place(first), withIntermediateDirectories: true)
    let second = folder.place(".file.\(Host.name).\(getpid())-2.tmp")
    let writer = try LockedFile(second)
    try writer.append([7])
    try FileSystem.write([2], to: folder.place("file"))
    #expect(try FileSystem.readStored(folder.place("file")) == [2])
    #expect(try FileSystem.readStored(second) == [7])
    #expect(FileSystem.isFolder(folder.place(first)))
  }

  // MARK: Hostile folders

  /// A pipe never ends, nor does a device; a folder that somebody else filled may have both.
  @Test func onlyRegularFilesAreReadFromAFolder() throws {
    #expect(mkfifo(folder.place("pipe"), 0o600) == 0)
    for (link, target) in [("device", "/dev/zero"), ("folder", folder.path), ("good", "file")] {
      #expect(symlink(target, folder.place(link)) == 0)
    }
    try folder.write([1, 2, 3], to: "file")
    for name in ["pipe", "device", "folder"] {
      let error = #expect(throws: FileError.self) {
        try FileSystem.readStored(folder.place(name))
      }
      #expect(error?.operation == .read)
      #expect(error?.message.hasSuffix("it is not a regular file") == true, "\(name)")
    }
    #expect(try FileSystem.readStored(folder.place("good")) == [1, 2, 3])
    let long = #expect(throws: FileError.self) {
      try FileSystem.readStored(folder.place("file"), byteCountMax: 2)
    }
    #expect(long?.message.hasSuffix("it has more than 2 bytes") == true)
  }

  @Test func theSameFileIsKnownByAnyName() throws {
    try folder.write([1], to: "file")
    try folder.write([1], to: "other")
    #expect(symlink("file", folder.place("link")) == 0)
    let path = folder.place("file")
    #expect(FileSystem.areSame(path, folder.place("link")))
    #expect(FileSystem.areSame(path, "\(folder.path)/./file"))
    #expect(!FileSystem.areSame(path, folder.place("other")))
    #expect(!FileSystem.areSame(path, folder.place("none")))
    #expect(FileSystem.isRegularFile(folder.place("link")))
    #expect(!FileSystem.isPlainFile(folder.place("link")))
  }

  // MARK: Signals

  @Test func anInterruptedCallIsMadeAgain() {
    var calls = 0
    func call(failing count: Int, with code: CInt) -> CInt {
      calls += 1
      errno = code
      return calls <= count ? -1 : 0
    }
    #expect(Descriptor.retrying { call(failing: 3, with: EINTR) } == nil)
    #expect(calls == 4)
    calls = 0
    #expect(Descriptor.retrying { call(failing: 3, with: EIO) } == EIO)
    #expect(calls == 1)
  }

  /// Somebody who reads all the time sees the old file or the new one, whole.
  @Test func readersSeeWholeFilesOnly() throws {
    let path = folder.place("file")
    let size = 300_000
    try FileSystem.write([UInt8](repeating: 0, count: size), to: path)
    let writer = OtherThread {
      for value in 1...12 {
        try FileSystem.write([UInt8](repeating: UInt8(value), count: size), to: path)
      }
    }
    var last: UInt8 = 0
    while last < 12 {
      let bytes = try #require(try FileSystem.readStored(path))
      last = try #require(bytes.last)
      try #require(bytes.count == size && bytes[0] == last)
    }
    try writer.join()
    #expect(try folder.files().count == 1)
  }

  // MARK: Names

  @Test func namesComeInTheOrderOfTheirCodeUnits() throws {
    let names = ["a", "Z", "é", "10", "9", ".hidden", "z", "\u{1F600}", "\u{FB01}"]
    for name in names { try folder.write([], to: name) }
    #expect(
      try FileSystem.names(in: folder.path)
        == [".hidden", "10", "9", "Z", "a", "z", "é", "\u{FB01}", "\u{1F600}"])
  }

  @Test func onlyTheTemporariesOfOneFileAreRemoved() throws {
    let own = [".a.csv.host.1.tmp", ".a.csv.other.host.77.tmp"]
    let others = ["a.csv", ".a.csv", ".b.csv.host.1.tmp", ".a.csv.host.1", "a.csv.host.1.tmp"]
    for name in own + others { try folder.write([], to: name) }
    try folder.write([], to: ".a.csv.folder.tmp/file")
    try FileSystem.removeTemporaries(of: "a.csv", in: folder.path)
    #expect(
      try FileSystem.names(in: folder.path) == (others + [".a.csv.folder.tmp"]).sorted())
  }

  /// What a write leaves behind when it is killed has a name that is tidied up.
  @Test func temporariesAreKnownByTheirNames() throws {
    let place = folder.place("big")
    let isSeen = Flag()
    let writer = OtherThread {
      while !isSeen.value.load(ordering: .relaxed) {
        try FileSystem.write([UInt8](repeating: 1, count: 1 << 20), to: place)
      }
    }
    var seen: Set<String> = []
    for _ in 0..<1_000_000 where seen.count < 2 {
      seen.formUnion(try FileSystem.names(in: folder.path))
    }
    isSeen.value.store(true, ordering: .relaxed)
    try writer.join()
    #expect(seen.count >= 2)
    for name in seen { try folder.write([], to: name) }
    try FileSystem.removeTemporaries(of: "big", in: folder.path)
    #expect(try FileSystem.names(in: folder.path) == ["big"])
  }

  private final class Flag: Sendable {
    let value = Atomic(false)
  }

  // MARK: Folders

  @Test(arguments: ["a", "a/b/c", "a//b/", "a/./b"])
  func foldersAreCreatedWithThoseTheyAreIn(name: String) throws {
    let path = folder.place(name)
    for _ in 1...2 { try FileSystem.createFolder(path) }
    #expect(try FileSystem.names(in: path) == [])
  }

  @Test func aFolderCannotTakeThePlaceOfAFile() throws {
    try folder.write([1], to: "file")
    for name in ["file", "file/within"] {
      let error = #expect(throws: FileError.self) {
        try FileSystem.createFolder(folder.place(name))
      }
      #expect(error?.operation == .create)
      #expect(error?.message.hasPrefix("cannot create folder '\(folder.path)/file'") == true)
    }
    #expect(try folder.files() == ["file": [1]])
  }

  @Test func theHostHasANameThatFitsIntoAFilesName() {
    #expect(!Host.name.isEmpty && !Host.name.contains("/"))
    #expect(Host.processorCount >= 1)
  }
}
