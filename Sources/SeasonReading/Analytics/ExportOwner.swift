import ReviewModel

/// Whose figures an export may hold: the property or view in its comments, held against the
/// approved solutions and the stores' own views (C14).
struct ExportOwner {
  enum Claim {
    /// Solutions and stores that have the name; `store`: the only one with it as its own view.
    case known(store: Int?)
    /// No solution's and no store's: US006 for the whole file.
    case nobody
    /// Two stores' own view: US013.
    case contested(StoreID, StoreID)
  }

  let name: String?
  let claim: Claim
  /// By the number of the solution: whether it has the name.
  private let ownSolutions: [Bool]
  private let register: UsageRegister

  init(_ name: String?, _ register: UsageRegister) {
    self.name = name
    self.register = register
    guard let name else {
      ownSolutions = register.solutions.map { _ in false }
      claim = .nobody
      return
    }
    ownSolutions = register.solutions.map { Self.has($0, name) }
    let claimants = register.numbersByView[name, default: []].filter { number in
      // A view that is the solution's too is not the store's own.
      let solution = register.windows[number].solution
      return !(solution.map { register.solutions[$0].gaView == name } ?? false)
    }
    if claimants.count > 1 {
      claim = .contested(
        register.windows[claimants[0]].store, register.windows[claimants[1]].store)
    } else if claimants.isEmpty, !ownSolutions.contains(true) {
      claim = .nobody
    } else {
      claim = .known(store: claimants.first)
    }
  }

  /// Whether the export may count for a store: its solution has the name, or it has it itself.
  func mayCount(forStore store: Int) -> Bool {
    let window = register.windows[store]
    if let name, !name.isEmpty, window.gaView == name { return true }
    return window.solution.map { ownSolutions[$0] } ?? false
  }

  /// The numbers of the solutions that have the name.
  var solutions: [Int] { ownSolutions.indices.filter { ownSolutions[$0] } }

  private static func has(_ solution: Solution, _ name: String) -> Bool {
    !name.isEmpty && (solution.gaProperty == name || solution.gaView == name)
  }
}
