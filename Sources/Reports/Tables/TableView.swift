import Metrics
import Scenarios
import Text

/// Which cells and values of a table are shown to people, and how.
public struct TableView: Sendable {
  /// The largest number of columns of a line.
  public var width: Int
  /// The largest number of lines; nil for as many as there are.
  public var linesMax: Int? = TableView.linesMax
  /// The values to show; all if empty.
  public var columns: [MetricColumn] = []
  /// The cells to show; all if empty.
  public var conditions: [AxisValue] = []
  /// The value by which the worst cells come first; nil for the default.
  public var order: MetricColumn?
  /// The axes of a matrix, each of whose entries stands for several cells; nil for a row a cell.
  public var pivot: Pivot?
  /// What stands for several cells.
  public var over = Over.worst

  /// The default limit on the number of lines: a screen.
  public static let linesMax = 60

  /// The axes of a matrix.
  public struct Pivot: Equatable, Sendable {
    /// The axis with a row for each value.
    public let row: String
    /// The axis with a column for each value; nil for a column for each metric.
    public let column: String?

    /// A matrix over one axis or two.
    public init(row: String, column: String? = nil) {
      self.row = row
      self.column = column
    }
  }

  /// What stands for several cells; raw values are the words of options.
  public enum Over: String, CaseIterable, Sendable {
    case worst
    case mean
  }

  /// The default view at a width.
  public init(width: Int) { self.width = width }
}

extension ScenarioFile {
  /// The place of an axis; nil if there is no such axis.
  func axis(named name: String) -> Int? {
    axes.firstIndex { $0.name.hasSameCodePoints(as: name) }
  }

  /// The axes that have several values in some cells, counted from 0.
  func varyingAxes(in cells: [Int]) -> [Int] {
    axes.indices.filter { axis in
      cells.contains { self.cells[$0].axes[axis] != self.cells[cells[0]].axes[axis] }
    }
  }
}
