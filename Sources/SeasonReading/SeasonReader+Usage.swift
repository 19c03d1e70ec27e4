package import ReviewModel

/// What reading the usage files gave.
package struct UsageReading: Sendable {
  package let usage: SeasonUsage
  /// What the files' rows gave.
  package let findings: [Finding]
  /// What the files' encodings gave, or that they can't be read.
  package let probeFindings: [Finding]

  /// Whether a file can't be read, so that nothing can be built.
  package var isFatal: Bool { probeFindings.contains { $0.severity == .fatal } }
}

extension SeasonReader {
  /// Reads all usage files, in the order of their paths, on this thread alone.
  ///
  /// A task that is cancelled gets a part of it, and may use nothing of that.
  ///
  /// - Parameters:
  ///   - register: Whom the rows may be about.
  ///   - isSurveying: Whether to collect what the files say of themselves, which costs time.
  ///   - report: Told how far the reading is, after each file.
  /// - Returns: The counted usage, and what was found.
  package func usage(
    of register: UsageRegister, isSurveying: Bool = false,
    report: (UsageProgress) -> Void = { _ in }
  ) -> UsageReading {
    let sizes = usageEntries.map { FileSource.byteCount(of: $0.location) }
    var progress = UsageProgress(fileCount: sizes.count, byteCount: sizes.reduce(0, +))
    var reader = UsageReader(register, isSurveying: isSurveying)
    var findings: [Finding] = []
    for (entry, size) in zip(usageEntries, sizes) where !Task.isCancelled {
      do throws(ReadProblem) {
        let probed = try Probed(
          entry, inMemory: size <= UsageDesk.wholeLimit, hasDigest: hasDigests)
        findings += probed.findings
        reader.read(probed)
      } catch {
        findings.append(error.finding(of: entry))
      }
      progress.files += 1
      progress.bytes += size
      report(progress)
    }
    return UsageReading(
      usage: reader.usage, findings: reader.findings, probeFindings: findings)
  }

  /// Reads all usage files, several and parts of them at the same time; the outcome is the same.
  ///
  /// A task that is cancelled gets a part of it, and may use nothing of that.
  ///
  /// - Parameters:
  ///   - register: Whom the rows may be about.
  ///   - keys: The same stores' keys, where they are made already.
  ///   - days: Where their days are to be counted, where that is made already, and held by nobody else.
  ///   - isSurveying: Whether to collect what the files say of themselves, which costs time.
  ///   - jobs: How many parts are read at a time.
  ///   - pieceSize: The bytes of a part of a large file.
  ///   - wholeLimit: The bytes of the largest file that is not divided.
  ///   - report: Told how far the reading is, again and again.
  /// - Returns: The counted usage, and what was found.
  package func usage(
    of register: UsageRegister, _ keys: StoreKeys? = nil, days: consuming StoreDayTable? = nil,
    isSurveying: Bool = false, jobs: Int, pieceSize: Int? = nil, wholeLimit: Int? = nil,
    report: @escaping @Sendable (UsageProgress) -> Void = { _ in }
  ) async -> UsageReading {
    if jobs > 1 {
      let counter = UsageCounter(register, days: days, isSurveying: isSurveying)
      let stores = keys ?? StoreKeys(register.numbers)
      let files = usageEntries.map { UsageFileSize($0) }
      let desk = UsageDesk(
        files, hasDigests: hasDigests, pieceSize: pieceSize ?? UsageReader.pieceSize,
        wholeLimit: wholeLimit ?? UsageDesk.wholeLimit)
      let intake = UsageIntake(files, consume counter, stores: stores, report: report)
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<jobs {
          group.addTask {
            var worker = UsageWorker(
              register, stores, isSurveying: isSurveying, hasDigests: hasDigests)
            while !Task.isCancelled, var next = await desk.next() {
              // Taken out: memory that two hold would be copied when it is written.
              let result = worker.result(of: next.unit, next.spare.take())
              var turn = await desk.handIn(result)
              while let result = turn.take() {
                let (isRight, spare) = await intake.count(result)
                turn = await desk.counted(isRight, spare)
              }
            }
            if Task.isCancelled { await desk.abandon() }
          }
        }
      }
      if let probed = await desk.probedFiles, let outcome = await intake.outcome(probed) {
        return UsageReading(
          usage: outcome.usage, findings: outcome.findings,
          probeFindings: outcome.probed.flatMap(\.findings))
      }
    }
    if Task.isCancelled {
      return UsageReading(
        usage: SeasonUsage(storeCount: register.windows.count), findings: [], probeFindings: [])
    }
    // A file is not what its head promised, or can't be read: this way tells which.
    return usage(of: register, isSurveying: isSurveying, report: report)
  }

  /// Looks at the usage files' encodings alone, where their rows will not be read.
  package func probeUsage() -> [Finding] {
    usageEntries.flatMap { entry -> [Finding] in
      do throws(ReadProblem) {
        return try Probed(entry, hasDigest: false).findings
      } catch {
        return [error.finding(of: entry)]
      }
    }
  }
}
