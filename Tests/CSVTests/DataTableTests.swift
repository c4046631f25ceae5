import CSV
import TestSupport
import Testing

struct DataTableTests {
  @Test func textsAreQuotedWhereTheyNeedIt() {
    let table = DataTable(
      header: ["plain", "a,b"], rows: [["1.5", "say \"no\""], ["line\nend", "\r"], ["", " x "]])
    #expect(
      String(decoding: table.csv, as: UTF8.self)
        == "plain,\"a,b\"\n1.5,\"say \"\"no\"\"\"\n\"line\nend\",\"\r\"\n, x \n")
  }

  @Test func anyTableReadsBack() {
    forEverySeed(1500) { draw in
      let columns = draw.int(in: 1...4)
      let rows = draw.array(0...3) { draw in draw.array(columns...columns) { $0.string(0...5) } }
      let header = draw.array(columns...columns) { $0.string(0...5) }
      let table = DataTable(header: header, rows: rows)
      let read = try requireValue(DataTable(csv: table.csv))
      // Swift takes texts for equal that have other bytes.
      try requireEqual(bytes(read), bytes(table))
      draw.sometimes("a quote", (header + rows.joined()).contains { $0.utf8.contains(0x22) })
    }
  }

  private func bytes(_ table: DataTable) -> [[[UInt8]]] {
    ([table.header] + table.rows).map { $0.map { Array($0.utf8) } }
  }

  @Test(arguments: ["", "a,b", "a,b\n1", "a,b\n1\n", "a,b\n1,2,3\n", "a\n\"1\n", "a\n1\n\n2,\n"])
  func whatWasCutOffOrIsNoTableIsNotRead(text: String) {
    #expect(DataTable(csv: Array(text.utf8)) == nil)
  }

  @Test func columnsAreFoundByName() {
    let table = DataTable(header: ["a", "b"], rows: [["1", "2"], ["3", "4"]])
    #expect(table.column("b") == ["2", "4"])
    #expect(table.column("c") == nil)
  }
}
