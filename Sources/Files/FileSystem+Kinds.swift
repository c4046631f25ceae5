#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands at a path.
extension FileSystem {
  /// Whether a path exists.
  package static func exists(_ path: String) throws(FileError) -> Bool {
    guard let code = Descriptor.retrying({ access(path, F_OK) }) else { return true }
    if code == ENOENT { return false }
    throw FileError(.read, "'\(path)'", code: code)
  }

  /// Whether a path is a folder.
  package static func isFolder(_ path: String) -> Bool { kind(at: path) == S_IFDIR }

  /// Whether a path is a regular file, not a link to one.
  package static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a path is a regular file, or a link to one.
  package static func isRegularFile(_ path: String) -> Bool { kind(at: path) == S_IFREG }

  /// Whether a path is a device or a pipe, which takes what is written and keeps nothing.
  package static func isStream(_ path: String) -> Bool {
    [S_IFCHR, S_IFIFO].contains(kind(at: path))
  }

  /// Whether two paths lead to the same file, by whatever names.
  package static func areSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return stat(first, &one) == 0 && stat(second, &other) == 0
      && one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The kind of file at a path; nil if it does not exist.
  static func kind(at path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The kind of an open file.
  static func kind(of descriptor: CInt) -> mode_t? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The folder in which a path stands.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
