import Markup
import Testing

struct ElementTests {
  @Test(arguments: [
    ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;", "a&lt;b&gt;&amp;\"c\""),
    ("1\n2\t3\r", "1&#10;2&#9;3&#13;", "1\n2\t3&#13;"),
    ("\u{0}\u{1B}[1m\u{FFFF}é😀", "\u{FFFD}\u{FFFD}[1m\u{FFFD}é😀", "\u{FFFD}\u{FFFD}[1m\u{FFFD}é😀"),
  ])
  func textIsEscaped(text: String, attribute: String, content: String) {
    #expect(text.markupEscaped(isAttribute: true) == attribute)
    #expect(text.markupEscaped(isAttribute: false) == content)
  }

  @Test func elementsStandOnLinesOfTheirOwn() {
    let element = Element(
      "a", ["b": "1", "c": "\"<"], elements: [Element("d"), Element("e", [:], ["f & ", "g"])])
    #expect(
      element.xmlDocument == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="1" c="&quot;&lt;">
          <d/>
          <e>f &amp; g</e>
        </a>

        """)
  }

  /// White space is added nowhere where it would be read.
  @Test func textsStayAsTheyAre() {
    let bold = Element("b", [:], ["two"])
    let element = Element("p", [:], ["one ", .element(bold), " three"])
    #expect(element.htmlDocument == "<!DOCTYPE html>\n<p>one <b>two</b> three</p>\n")
  }

  /// Only some elements of HTML have no end; those of a drawing may end as in XML.
  @Test func emptyElementsEndAsTheirLanguageWants() {
    let page = Element(
      "div", elements: [Element("br"), Element("p"), Element("svg", elements: [Element("rect")])])
    #expect(
      page.htmlDocument == """
        <!DOCTYPE html>
        <div>
        <br>
        <p></p>
        <svg>
        <rect/>
        </svg>
        </div>

        """)
  }

  @Test func styleIsNotEscaped() {
    let style = Element("style", [:], [.verbatim("a > b { color: red }")])
    #expect(style.htmlDocument.contains("<style>a > b { color: red }</style>"))
  }
}
