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
      let descriptor = try Self.opened(path)
      // Some network file systems have no locks; there, other processes are not kept out.
      if Descriptor.retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == EWOULDBLOCK {
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

  /// A descriptor of a regular file at a path.
  ///
  /// A link would lead to a file that belongs to somebody else, perhaps in another folder.
  private static func opened(_ path: String) throws(FileError) -> CInt {
    let descriptor: CInt
    do throws(SystemError) {
      descriptor = try Descriptor.opened(
        path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK
      ).get()
    } catch {
      if error.code == ELOOP {
        throw FileError(.create, "'\(path)'", because: "it is a link", code: ELOOP)
      }
      throw FileError(.create, "'\(path)'", code: error.code)
    }
    if FileSystem.kind(of: descriptor) == S_IFREG { return descriptor }
    close(descriptor)
    throw FileError(.create, "'\(path)'", because: "it is not a regular file", code: EINVAL)
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
    if let code = Descriptor.retrying({ ftruncate(descriptor, 0) }) {
      throw FileError(.write, "'\(path)'", code: code)
    }
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
