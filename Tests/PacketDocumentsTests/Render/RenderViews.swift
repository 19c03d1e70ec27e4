@testable import PacketDocuments

/// Views with one field of each kind, for the tests of this folder.
struct StoreView: TemplateView {
  var name = "甲商店"
  var isShort = false
  var notes: [String] = []

  static let fields: [ViewField<StoreView>] = [
    .text("name") { $0.pointee.name }, .flag("short") { $0.pointee.isShort },
    .texts("notes") { $0.pointee.notes },
  ]
}

struct RulingView: TemplateView {
  var date = "110年8月31日"

  static let fields: [ViewField<RulingView>] = [.text("date") { $0.pointee.date }]
}

struct ContractView: TemplateView {
  var title = "示範契約"
  var stores: [StoreView] = []
  var first = StoreView()
  var ruling: RulingView?
  var chart = "<svg/>"
  var children: [ContractView] = []

  static let fields: [ViewField<ContractView>] = [
    .text("title") { $0.pointee.title }, .list("stores", \.stores), .record("first", \.first),
    .optional("ruling") { $0.pointee.ruling }, .markup("chart") { $0.pointee.chart },
    .list("children", \.children),
  ]
}

/// A library of HTML templates, of which «main» is the document.
func library(_ main: String, _ others: [String: String] = [:]) -> TemplateLibrary {
  var sources = ["main.html.mustache": Array(main.utf8)]
  for (name, text) in others { sources["\(name).html.mustache"] = Array(text.utf8) }
  return TemplateLibrary(sources: sources)
}

func rendered(
  _ main: String, _ others: [String: String] = [:], _ view: ContractView = ContractView()
) throws -> String {
  let template = try library(main, others).template(
    "main.html.mustache", for: ContractView.self)
  return String(decoding: template.rendered(view), as: UTF8.self)
}

/// The problems of a library whose document is «main», as «file:line:column kind».
func problems(_ main: String, _ others: [String: String] = [:]) -> [TemplateProblem] {
  library(main, others).lint([TemplateRoot("main.html.mustache", for: ContractView.self)])
}
