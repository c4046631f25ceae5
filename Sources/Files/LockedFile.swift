#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that one process at a time may append to.
///
/// The system releases the lock when the process ends, in whatever way.
package final class LockedFile: Sendable {
  /// Where the file is.
  package let path: String
  private let descriptor: CInt

  /// Opens or creates the file; throws if another process has it open.
  package init(_ path: String) throws(FileError) {
    self.path = path
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileError(.create, "'\(path)'", code: errno) }
      // Some network file systems have no locks; there, other processes are not kept out.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
        close(descriptor)
        throw FileError(
          .create, "'\(path)'", because: "another process is using it", code: EWOULDBLOCK)
      }
      // The last owner may have removed the file between the two calls; a lock on it would be
      // useless.
      var status = stat()
      if fstat(descriptor, &status) == 0 && status.st_nlink > 0 {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    // Closing is not enough if a process that is just being started has a copy.
    unlock()
    close(descriptor)
  }

  /// All bytes of the file.
  package func read() throws(FileError) -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    let bytes = try Descriptor.readAll(
      from: descriptor, named: "'\(path)'", byteCountMax: .max)
    return bytes ?? []
  }

  /// Appends bytes.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    if let code = bytes.withUnsafeBytes({ Descriptor.writeAll($0, to: descriptor) }) {
      throw FileError(.write, "'\(path)'", code: code)
    }
  }

  /// Removes all bytes.
  package func empty() throws(FileError) {
    if ftruncate(descriptor, 0) != 0 { throw FileError(.write, "'\(path)'", code: errno) }
  }

  /// Releases the lock; this also happens when the object is no longer used.
  package func unlock() {
    flock(descriptor, LOCK_UN)
  }

  /// Removes the file while it is still locked.
  package func remove() throws(FileError) {
    try FileSystem.remove(path)
  }
}
