import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Files

struct LockedFileTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.place("file") }

  @Test func bytesAreAddedAtTheEndAndReadFromTheStart() throws {
    let file = try LockedFile(path)
    #expect(try file.read() == [])
    try file.append([1, 2])
    #expect(try file.read() == [1, 2])
    try file.append([3])
    #expect(try file.read() == [1, 2, 3])
    try file.empty()
    try file.append([4])
    #expect(try file.read() == [4])
    #expect(try folder.files() == ["file": [4]])
  }

  @Test func aSecondHolderIsRefusedUntilTheFirstLetsGo() throws {
    var first: LockedFile? = try LockedFile(path)
    try first?.append([1])
    let error = #expect(throws: FileError.self) { try LockedFile(path) }
    #expect(error?.operation == .create)
    #expect(error?.message == "cannot create '\(path)': another process is using it")
    first = nil
    #expect(try LockedFile(path).read() == [1])
  }

  /// Removing the file lets others begin anew, while the old holder still has what it held.
  @Test func aRemovedFileLocksNobodyOut() throws {
    let old = try LockedFile(path)
    try old.append([1])
    try old.remove()
    let new = try LockedFile(path)
    #expect(try new.read() == [])
    #expect(throws: FileError.self) { try LockedFile(path) }
    #expect(try old.read() == [1])
  }

  /// Who opened the file before it was removed must not believe to hold what others can see.
  @Test func whoComesFirstAfterARemovalHoldsTheFileThatIsThere() throws {
    let path = path
    let other = OtherThread {
      for _ in 1...2000 { try (try? LockedFile(path))?.remove() }
    }
    var held = 0
    for _ in 1...2000 {
      guard let file = try? LockedFile(path) else { continue }
      try file.append([7])
      try #require(try folder.read("file") == [7])
      try file.remove()
      held += 1
    }
    try other.join()
    #expect(held > 0)
  }

  /// A process that is just being started has the file open, too, until it runs its program.
  @Test func whoIsBeingStartedHoldsNothing() throws {
    let path = path
    let isOver = Atomic(false)
    let started = Atomic(0)
    let other = OtherThread {
      while !isOver.load(ordering: .relaxed) {
        let process = try Process.run(URL(filePath: "/usr/bin/env"), arguments: ["true"])
        started.wrappingAdd(1, ordering: .relaxed)
        process.waitUntilExit()
      }
    }
    defer { try? other.join() }
    defer { isOver.store(true, ordering: .relaxed) }
    // As often as it takes to meet some processes at their start.
    var locks = 0
    while locks < 2000 || started.load(ordering: .relaxed) < 100 && locks < 10_000_000 {
      _ = try LockedFile(path)
      locks += 1
    }
    #expect(started.load(ordering: .relaxed) >= 100)
  }

  @Test func aFileThatCannotBeCreatedIsAnError() {
    let error = #expect(throws: FileError.self) { try LockedFile(folder.place("none/file")) }
    #expect(error?.operation == .create && error?.code == ENOENT)
  }
}
