import ReviewModel

/// The figures of a source that a path may mean.
struct FigureSearch {
  let path: FigurePath
  private let source: FigureSource
  private let codes: Set<FigureCode>

  init(_ path: FigurePath, in source: FigureSource) {
    // A contract may be written as its packet's folder is called.
    let parts = path.subject.split(separator: "/", maxSplits: 1).map(String.init)
    let folder = source.contracts.first { $0.folderName == parts.first }
    self.path =
      folder.map { contract in
        path.with(subject: ([contract.text] + parts.dropFirst()).joined(separator: "/"))
      } ?? path
    self.source = source
    codes = path.codes
  }

  /// Those of the widest scope that has any, so that a total comes before its parts; so many at most.
  func figures(atMost most: Int) -> [Figure] {
    for scope in FigureScope.allCases where codes.contains(where: { $0.scope == scope }) {
      let found = figures(scope, atMost: most)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func figures(_ scope: FigureScope, atMost most: Int) -> [Figure] {
    var found: [Figure] = []
    switch scope {
    case .season, .district:
      found = source.own.filter { $0.code.scope == scope && path.fits($0, codes) }
    case .contract:
      for contract in source.contracts
      where found.count < most && path.fits(subject: contract.text) {
        found += source.figures(ofContract: contract.text).filter { path.fits($0, codes) }
      }
    case .store:
      for contract in contractsOfStores where found.count < most {
        found += source.figures(of: contract).filter {
          $0.code.scope == .store && path.fits($0, codes)
        }
      }
    }
    return Array(found.prefix(most))
  }

  /// The contracts of which a store may be meant.
  private var contractsOfStores: [ContractID] {
    guard let store = path.subject.split(separator: "/").last else { return source.contracts }
    return source.contract(ofStore: StoreID(String(store))).map { [$0] } ?? []
  }

  /// What a subject that is known has, of any name; none where none is known.
  var figuresOfSubject: [Figure] {
    guard !path.subject.isEmpty else { return [] }
    let own = source.own.filter { path.fits(subject: $0.subject) }
    if !own.isEmpty { return own }
    if let contract = source.contracts.first(where: { path.fits(subject: $0.text) }) {
      return source.figures(ofContract: contract.text)
    }
    for contract in contractsOfStores {
      let found = source.figures(of: contract).filter {
        $0.code.scope == .store && path.fits(subject: $0.subject)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What may stand before the name, in the order of the season; so many at most.
  func subjects(atMost most: Int) -> [String] {
    let scopes = Set(codes.map(\.scope))
    var found: [String] = []
    for figure in source.own
    where scopes.contains(figure.code.scope) && found.last != figure.subject {
      found.append(figure.subject)
    }
    for contract in source.contracts where found.count < most {
      if scopes.contains(.contract) { found.append(contract.text) }
      guard scopes.contains(.store) else { continue }
      found += source.stores(ofSubject: contract.text).map {
        contract.text + "/" + $0.entry.store.text
      }
    }
    return Array(found.prefix(most))
  }
}
