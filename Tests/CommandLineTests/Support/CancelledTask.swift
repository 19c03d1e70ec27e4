/// Runs a body in a task that was cancelled before it began, and gives what it throws.
func errorWhereCancelled(
  _ body: @escaping @Sendable () async throws -> Void
) async -> (any Error)? {
  let (beginning, begin) = AsyncStream<Void>.makeStream()
  let task = Task { () -> (any Error)? in
    for await _ in beginning {}
    do {
      try await body()
      return nil
    } catch {
      return error
    }
  }
  task.cancel()
  begin.finish()
  return await task.value
}
