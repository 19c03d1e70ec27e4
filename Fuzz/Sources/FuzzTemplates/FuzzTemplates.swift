// The Mustache reader: parse, check against a view, render.
import Fuzzing
@testable import PacketDocuments

struct ItemView: TemplateView {
  var name = "<甲&\"'>"
  var isShort = true
  var notes = ["x", ""]
  var children: [ItemView] = []

  static let fields: [ViewField<ItemView>] = [
    .text("name") { $0.pointee.name }, .flag("short") { $0.pointee.isShort },
    .texts("notes") { $0.pointee.notes }, .list("children", \.children),
    .markup("chart") { $0.pointee.name },
  ]
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(data, count)
  // A NUL parts the document from a partial and a parent.
  let parts = input.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  let names = ["main.html.mustache", "row.html.mustache", "page.html.mustache"]
  var sources: [String: [UInt8]] = [:]
  for (name, part) in zip(names, parts) { sources[name] = Array(part) }
  let view = ItemView(children: [ItemView(isShort: false), ItemView(children: [ItemView()])])
  for isStrict in [true, false] {
    let library = TemplateLibrary(sources: sources, isStrict: isStrict)
    let problems = library.lint([TemplateRoot(names[0], for: ItemView.self)])
    for problem in problems {
      require(problem.place.line >= 0 && problem.place.column >= 0, "a problem's place")
      require(!"\(problem)".isEmpty, "a problem without words")
    }
    // Endless recursion is refused in the strict form only; the other is for the specification's
    // tests.
    guard isStrict else { continue }
    guard let template = try? library.template(names[0], for: ItemView.self) else {
      require(!problems.isEmpty, "a template that is refused without a problem")
      continue
    }
    require(problems.isEmpty, "a template with problems that is not refused")
    _ = template.rendered(view)
  }
  return 0
}
