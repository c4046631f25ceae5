#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Operations on whole files and folders.
package enum FileSystem {
  // MARK: Reading

  /// The bytes of a file that a user names, which may be a pipe or a device; nil if it is longer
  /// than allowed.
  package static func read(_ path: String, byteCountMax: Int) throws(FileError) -> [UInt8]? {
    let descriptor = try opened(path, O_RDONLY)
    defer { close(descriptor) }
    return try Descriptor.readAll(
      from: descriptor, named: "'\(path)'", byteCountMax: byteCountMax)
  }

  /// The largest file that is read from a folder.
  package static let storedByteCountMax = 1 << 32

  /// The bytes of a file in a folder; nil if it does not exist.
  ///
  /// Somebody else may have put anything there: a pipe would never end, nor would a device.
  package static func readStored(
    _ path: String, byteCountMax: Int = storedByteCountMax
  ) throws(FileError) -> [UInt8]? {
    guard try exists(path) else { return nil }
    // Without waiting: a pipe would wait for a writer.
    let descriptor = try opened(path, O_RDONLY | O_NONBLOCK)
    defer { close(descriptor) }
    func refusal(_ reason: String) -> FileError {
      FileError(.read, "'\(path)'", because: reason, code: EINVAL)
    }
    guard kind(of: descriptor) == S_IFREG else { throw refusal("it is not a regular file") }
    let bytes = try Descriptor.readAll(
      from: descriptor, named: "'\(path)'", byteCountMax: byteCountMax)
    guard let bytes else { throw refusal("it has more than \(byteCountMax) bytes") }
    return bytes
  }

  private static func opened(_ path: String, _ flags: CInt) throws(FileError) -> CInt {
    do throws(SystemError) {
      return try Descriptor.opened(path, flags).get()
    } catch {
      throw FileError(.read, "'\(path)'", code: error.code)
    }
  }

  // MARK: Writing

  /// Writes a file so that a reader always sees either the whole old file or the whole new one.
  ///
  /// The bytes go to a temporary file in the same folder, which is renamed when they are on the
  /// disk. A device or a pipe gets the bytes directly.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if isStream(path) { return try append(bytes, to: path) }
    try TemporaryFile.removeAbandoned(for: path)
    let temporary = try TemporaryFile(for: path)
    defer { temporary.letGo() }
    if let code = temporary.fill(bytes) ?? temporary.take(placeOf: path) {
      temporary.remove()
      throw FileError(.write, "'\(path)'", code: code)
    }
    sync(folder: folder(of: path))
  }

  /// Appends to a file, which is created if needed.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor: CInt
    do throws(SystemError) {
      descriptor = try Descriptor.opened(path, O_WRONLY | O_CREAT | O_APPEND).get()
    } catch {
      throw FileError(.create, "'\(path)'", code: error.code)
    }
    defer { close(descriptor) }
    if let code = bytes.withUnsafeBytes({ Descriptor.writeAll($0, to: descriptor) }) {
      throw FileError(.write, "'\(path)'", code: code)
    }
  }

  /// Removes a file, if it exists.
  package static func remove(_ path: String) throws(FileError) {
    if let code = Descriptor.retrying({ unlink(path) }), code != ENOENT {
      throw FileError(.remove, "'\(path)'", code: code)
    }
  }

  // MARK: Folders

  /// Creates a folder and its parents, if needed; returns those that were not there, outermost first.
  @discardableResult
  package static func createFolder(_ path: String) throws(FileError) -> [String] {
    var created: [String] = []
    var end = path.startIndex
    while end < path.endIndex {
      let start = path.index(after: end)
      end = path[start...].firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      guard let code = Descriptor.retrying({ mkdir(part, 0o777) }) else {
        created.append(part)
        continue
      }
      if !isFolder(part) { throw FileError(.create, "folder '\(part)'", code: code) }
    }
    return created
  }

  /// Removes a folder if it is empty; otherwise it stays.
  package static func removeEmptyFolder(_ path: String) {
    _ = Descriptor.retrying { rmdir(path) }
  }

  /// The names in a folder, in the order of their code units.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else {
      throw FileError(.read, "folder '\(folder)'", code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes temporary files of killed processes from a folder in which no other process writes
  /// files of this name.
  package static func removeTemporaries(of name: String, in folder: String) throws(FileError) {
    for entry in try names(in: folder) where TemporaryFile.isName(entry, of: name) {
      let path = "\(folder)/\(entry)"
      if isPlainFile(path) { try remove(path) }
    }
  }

  /// Writes the entries of a folder to the disk; file systems that cannot do so do not need it.
  private static func sync(folder: String) {
    guard case .success(let descriptor) = Descriptor.opened(folder, O_RDONLY) else { return }
    _ = Descriptor.retrying { fsync(descriptor) }
    close(descriptor)
  }
}
