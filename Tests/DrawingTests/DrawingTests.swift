import Drawing
import Markup
import Testing

struct DrawingTests {
  @Test func marksAreWrittenInTheirOrder() {
    var drawing = Drawing(width: 100, height: 50.5)
    drawing.line("rule", from: (0, 1.005), to: (100, -0.25))
    drawing.line("exact", through: [(0, 0), (1, 2.104)])
    drawing.area("band", within: [(0, 0), (1, 1), (1, 0)])
    drawing.rectangle("cell", x: 1, y: 2, width: 3, height: 4)
    drawing.circle("dot", x: 5, y: 6, radius: 1.5)
    drawing.label("name", "a<b", x: 1, y: 1, anchor: .end)
    let text = drawing.element(named: "f", title: "T", description: "D & E").xmlDocument
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg viewBox="0 0 100 50.5" role="img" aria-labelledby="f-title f-description">
          <title id="f-title">T</title>
          <desc id="f-description">D &amp; E</desc>
          <line class="rule" x1="0" y1="1" x2="100" y2="-0.25"/>
          <polyline class="exact" points="0,0 1,2.1"/>
          <polygon class="band" points="0,0 1,1 1,0"/>
          <rect class="cell" x="1" y="2" width="3" height="4"/>
          <circle class="dot" cx="5" cy="6" r="1.5"/>
          <text class="name" x="1" y="1" text-anchor="end">a&lt;b</text>
        </svg>

        """)
  }
}
