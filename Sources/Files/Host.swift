#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The machine of this process.
package enum Host {
  /// The name, which is safe as part of a file name.
  package static let name: String = {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "host" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = String(decoding: bytes, as: UTF8.self).filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".")
    }
    return name.isEmpty ? "host" : name
  }()

  /// The number of processors.
  package static let processorCount = max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN))))
}
