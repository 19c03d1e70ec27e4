internal import CLibXML2

/// A parsed document that its elements share.
///
/// Not `Sendable`: it stays in the task that parsed it, and is freed with its last element.
final class XMLTree {
  let document: XMLDocument
  init(_ document: consuming XMLDocument) { self.document = document }
}

/// An element of a parsed document, read in place.
package struct XMLElement {
  private let tree: XMLTree
  private let node: xmlNodePtr

  private init(_ tree: XMLTree, _ node: xmlNodePtr) {
    self.tree = tree
    self.node = node
  }

  /// The root of a document, which every well-formed one has.
  package init?(rootOf document: consuming XMLDocument) {
    let tree = XMLTree(document)
    guard let root = xmlDocGetRootElement(tree.document.pointer) else { return nil }
    self.init(tree, root)
  }

  /// The local name, without a prefix.
  package var name: String { String(cString: node.pointee.name) }

  package var namespace: String? {
    guard let href = node.pointee.ns?.pointee.href else { return nil }
    return String(cString: href)
  }

  /// The line on which the element begins, 1-based.
  package var line: Int { max(0, xmlGetLineNo(node)) }

  /// An attribute's value; nil where there is none.
  package func attribute(_ name: String) -> String? {
    guard let value = xmlGetNoNsProp(node, name) else { return nil }
    defer { clibxml2_free(value) }
    return String(cString: value)
  }

  /// The names of the attributes; nil where one has a prefix.
  var plainAttributeNames: [String]? {
    var names: [String] = []
    var next = node.pointee.properties
    while let attribute = next {
      guard attribute.pointee.ns == nil else { return nil }
      names.append(String(cString: attribute.pointee.name))
      next = attribute.pointee.next
    }
    return names
  }

  /// The namespace that a prefix stands for here; the empty prefix is the default one.
  func namespace(ofPrefix prefix: String) -> String? {
    let found = xmlSearchNs(tree.document.pointer, node, prefix.isEmpty ? nil : prefix)
    return found?.pointee.href.map { String(cString: $0) }
  }

  /// The elements directly below, in their order.
  package var children: [XMLElement] {
    var found: [XMLElement] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { found.append(XMLElement(tree, child)) }
      next = child.pointee.next
    }
    return found
  }

  /// The text directly below, without that of elements, comments and instructions.
  package var text: String {
    var text = ""
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = child.pointee.content { text += String(cString: content) }
      default: break
      }
      next = child.pointee.next
    }
    return text
  }
}
