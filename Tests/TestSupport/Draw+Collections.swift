extension Draw {
  /// An array of drawn elements; shrinks to fewer, simpler and sorted ones.
  public func array<Element>(
    _ count: ClosedRange<Int>, of element: (Draw) throws -> Element
  ) rethrows -> [Element] {
    logged(try collect(count, hidesDraws: true, element))
  }

  /// Runs a step a drawn number of times: the way to try sequences of calls.
  ///
  /// Shrinks to fewer steps. Each draw within a step shows in the report.
  public func steps(_ count: ClosedRange<Int>, _ step: (Draw) throws -> Void) rethrows {
    _ = try collect(count, hidesDraws: false, step)
  }

  /// One of the elements, which must not be none; shrinks to the first.
  public func element<Elements: RandomAccessCollection>(
    of elements: Elements
  ) -> Elements.Element {
    precondition(!elements.isEmpty, "no element in an empty collection")
    let last = UInt64(elements.count - 1)
    let offset = choose(upTo: last) { $0.next(upTo: last) }
    return logged(elements[elements.index(elements.startIndex, offsetBy: Int(offset))])
  }

  /// One of the elements, each as likely as its weight says; shrinks to the first.
  public func element<Element>(weighted elements: [(weight: Int, element: Element)]) -> Element {
    precondition(elements.contains { $0.weight > 0 }, "a weight above zero")
    let total = elements.reduce(0) { $0 + $1.weight }
    let offset = choose(upTo: UInt64(elements.count - 1)) { generator in
      var rest = Int(generator.next(upTo: UInt64(total - 1)))
      var index = 0
      while rest >= elements[index].weight {
        rest -= elements[index].weight
        index += 1
      }
      return UInt64(index)
    }
    return logged(elements[Int(offset)].element)
  }

  /// The elements in another order; shrinks to the order they came in.
  public func shuffled<Elements: Collection>(_ elements: Elements) -> [Elements.Element] {
    var result = Array(elements)
    for index in result.indices.dropLast() {
      let rest = UInt64(result.count - 1 - index)
      result.swapAt(index, index + Int(choose(upTo: rest) { $0.next(upTo: rest) }))
    }
    return logged(result)
  }

  /// Some of the elements in the order they came in; shrinks to none.
  public func subset<Elements: Collection>(
    of elements: Elements, probability: Double = 0.5
  ) -> [Elements.Element] {
    logged(whole { elements.filter { _ in bool(probability: probability) } })
  }

  /// Bytes of any value.
  public func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
    array(count) { UInt8($0.choose(upTo: 255) { $0.next() >> 56 }) }
  }

  /// Before each element that need not be there stands a choice to stop.
  ///
  /// So an element and its choice can be cut out of the middle and the rest keeps its meaning. A
  /// generated length is uniform all the same: it is picked first, outside the recorded choices.
  private func collect<Element>(
    _ count: ClosedRange<Int>, hidesDraws: Bool, _ element: (Draw) throws -> Element
  ) rethrows -> [Element] {
    precondition(count.lowerBound >= 0, "a count of zero or more")
    let target = count.lowerBound + hidden(upTo: count.upperBound - count.lowerBound)
    var result: [Element] = []
    var isDone = false
    while !isDone && result.count < count.upperBound {
      try span(hidesDraws: hidesDraws) {
        if result.count >= count.lowerBound {
          let isMore = choose(upTo: 1) { _ in result.count < target ? 1 : 0 } == 1
          isDone = !isMore
        }
        if !isDone { result.append(try element(self)) }
      }
    }
    return result
  }
}
