import Testing

@testable import ReviewModel

@Suite struct ObjectsAheadTests {
  private final class Numbered {
    let number: Int
    init(_ number: Int) { self.number = number }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 100]) func `gives each object once, in order`(count: Int) {
    let objects = (0..<count).map { Numbered($0) }
    var found: [Int] = []
    objects.forEachAskedAhead(bytes: 256) { index, object in
      #expect(object === objects[index])
      found.append(object.number)
    }
    #expect(found == Array(0..<count))
  }
}
