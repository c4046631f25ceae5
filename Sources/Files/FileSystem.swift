#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Operations on whole files and folders.
package enum FileSystem {
  /// The bytes of a file; nil if it does not exist.
  package static func read(_ path: String) throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try read(path, byteCountMax: .max)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// The bytes of a file; nil if it is longer than allowed.
  package static func read(_ path: String, byteCountMax: Int) throws(FileError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, "'\(path)'", code: errno) }
    defer { close(descriptor) }
    return try Descriptor.readAll(
      from: descriptor, named: "'\(path)'", byteCountMax: byteCountMax)
  }

  /// Whether a path exists.
  package static func exists(_ path: String) throws(FileError) -> Bool {
    if access(path, F_OK) == 0 { return true }
    if errno == ENOENT { return false }
    throw FileError(.read, "'\(path)'", code: errno)
  }

  /// Writes a file so that a reader always sees either the whole old file or the whole new one.
  ///
  /// The bytes go to a temporary file in the same folder, which is renamed when they are on the
  /// disk. A device or a pipe gets the bytes directly.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if [S_IFCHR, S_IFIFO].contains(kind(at: path)) {
      return try append(bytes, to: path)
    }
    let temporary = temporaryPath(for: path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(.create, "'\(path)'", code: errno) }
    var code = bytes.withUnsafeBytes { Descriptor.writeAll($0, to: descriptor) }
    if code == nil && fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    if code == nil && rename(temporary, path) != 0 { code = errno }
    if let code {
      unlink(temporary)
      throw FileError(.write, "'\(path)'", code: code)
    }
    sync(folder: folder(of: path))
  }

  /// Appends to a file, which is created if needed.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(.create, "'\(path)'", code: errno) }
    defer { close(descriptor) }
    if let code = bytes.withUnsafeBytes({ Descriptor.writeAll($0, to: descriptor) }) {
      throw FileError(.write, "'\(path)'", code: code)
    }
  }

  /// Removes a file, if it exists.
  package static func remove(_ path: String) throws(FileError) {
    if unlink(path) != 0 && errno != ENOENT {
      throw FileError(.remove, "'\(path)'", code: errno)
    }
  }

  /// Creates a folder and its parents, if needed.
  package static func createFolder(_ path: String) throws(FileError) {
    var end = path.startIndex
    while end < path.endIndex {
      let start = path.index(after: end)
      end = path[start...].firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      if mkdir(part, 0o777) == 0 || isFolder(part) { continue }
      throw FileError(.create, "folder '\(part)'", code: errno)
    }
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

  /// Removes temporary files of killed processes from a folder.
  package static func removeTemporaries(of name: String, in folder: String) throws(FileError) {
    for entry in try names(in: folder)
    where entry.hasPrefix(".\(name).") && entry.hasSuffix(temporarySuffix) {
      try remove("\(folder)/\(entry)")
    }
  }

  /// Whether a path is a folder.
  package static func isFolder(_ path: String) -> Bool { kind(at: path) == S_IFDIR }

  /// The kind of file at a path; nil if it does not exist.
  ///
  /// The error code is left unchanged.
  private static func kind(at path: String) -> mode_t? {
    let code = errno
    defer { errno = code }
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static let temporarySuffix = ".tmp"

  /// A name that no other process uses, on any host that shares the folder.
  private static func temporaryPath(for path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return "\(folder(of: path))/.\(name).\(Host.name).\(getpid())\(temporarySuffix)"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes the entries of a folder to the disk; file systems that cannot do so do not need it.
  private static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
