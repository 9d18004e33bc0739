import LecternTypography
import Testing

/// The size of SVG drawings, by which slides with them are fitted.
@Suite struct DrawingSizeTests {
  @Test(arguments: [
    ("width=\"30\" height=\"900\"", 30, 900), ("width='30px' height='2in'", 30, 192),
    ("width=\"10mm\" height=\"1cm\"", 38, 38), ("viewBox=\"0 0 24 12\"", 800, 400),
    ("width=\"100\" viewBox=\"0,0,50,25\"", 100, 50), ("height=\"10\" viewBox=\"0 0 5 1\"", 50, 10),
    ("width=\"100%\" height=\"50%\" viewBox=\"0 0 4 3\"", 800, 600), ("", 300, 150),
    ("width=\"120mm\" height=\"50%\"", 454, 150), ("height=\"-4\" width=\"x\"", 300, 150),
    ("viewBox=\"0 0 0 9\"", 300, 150), ("width=\"9999999\" height=\"1\"", 100_000, 1),
  ])
  func isWhatTheFirstElementSays(attributes: String, width: Int, height: Int) {
    let size = PictureSize(width: width, height: height)
    #expect(read("<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)/>") == size)
    #expect(
      read(
        "<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\"> -->\n<svg\n \(attributes)\n>"
          + "<rect width=\"7\"/></svg>") == size)
  }

  @Test(arguments: ["", "<html/>", "<!-- <svg/>", "text", "<"])
  func isUnknownOfWhatIsNoDrawing(text: String) {
    #expect(PictureSize.read(Array(text.utf8)) == nil)
  }

  private func read(_ text: String) -> PictureSize? { PictureSize.read(Array(text.utf8)) }
}
