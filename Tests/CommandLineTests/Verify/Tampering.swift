import Foundation
import TestSupport
import Testing

/// One way in which a packet and its raw data are made to disagree, and what must be said of it.
struct Tampering: CustomTestStringConvertible, Sendable {
  /// What is changed: the packet's folder, or the season that it is held against.
  enum Target: Sendable {
    /// Files of the packet; the manifest is made right again afterwards.
    case packet
    /// Files of the packet, and nothing else.
    case packetWithoutManifest
    /// The season, after the packet was made.
    case season
    /// The season before the packet is made; it is held against the right one.
    case seasonBefore
  }

  struct Edit: Sendable {
    let file: String
    let old: String
    /// Nil: the file is removed, or written with `old` where it is not there.
    let new: String?
  }

  let name: String
  let target: Target
  let edits: [Edit]
  /// The levels that must differ; others may.
  let levels: Set<String>
  /// A cause that must be named.
  let cause: String
  /// What the place or text of a difference with that cause must hold.
  let says: String
  /// Unit: TWD, where a difference must tell its effect on what is payable.
  let effect: String?

  var testDescription: String { name }

  init(
    _ name: String, _ target: Target, _ edits: [Edit], at levels: Set<String>, _ cause: String,
    says: String, effect: String? = nil
  ) {
    self.name = name
    self.target = target
    self.edits = edits
    self.levels = levels
    self.cause = cause
    self.says = says
    self.effect = effect
  }

  private static let archive = "packet.xml"
  private static let roster = "rosters/樣本數位/澄波港口.csv"
  private static let usage = "usage/樣本數位/期末_9至10月.csv"
  private static let payable = #"data-figure="payable-total" data-subject="D002/99900019""#

  private static func edit(_ file: String, _ old: String, _ new: String) -> Edit {
    Edit(file: file, old: old, new: new)
  }

  static let all = pages + archiveEdits + archiveForms + rawData + madeOfOtherData
}

// What a person may do to pages and tables.
extension Tampering {
  fileprivate static let pages = [
    Tampering(
      "a word of a page", .packet, [edit("index.html", "澄波港口商圈促進會", "澄波港口商圈促進協會")],
      at: ["L3"], "edited-page", says: "index.html:"),
    Tampering(
      "a page, without a new manifest", .packetWithoutManifest,
      [edit("settlement.html", "1,186,766", "1,286,766")], at: ["L0", "L3"], "files",
      says: "settlement.html"),
    Tampering(
      "an amount as people read it", .packet,
      [edit("settlement.html", "NT$1,186,766", "NT$1,286,766")], at: ["L3"], "edited-page",
      says: "1,286,766"),
    Tampering(
      "an amount with its mark", .packet,
      [
        edit(
          "settlement.html", payable + #" data-value="1186766""#,
          payable + #" data-value="1286766""#)
      ],
      at: ["L3"], "edited-page", says: "payable-total D002/99900019"),
    Tampering(
      "a store's status on a page", .packet,
      [edit("store-roster.html", #"data-value="completed""#, #"data-value="usage-short""#)],
      at: ["L3"], "edited-page", says: "status D002/99900019/"),
    Tampering(
      "a figure taken from a page", .packet,
      [edit("index.html", #"data-figure="shortfall-stores""#, #"data-other="shortfall-stores""#)],
      at: ["L3"], "edited-page", says: "shortfall-stores"),
    Tampering(
      "the numerals in words", .packet, [edit("settlement.html", "壹佰壹拾捌萬", "壹佰貳拾捌萬")],
      at: ["L3"], "edited-page", says: "settlement.html:"),
    Tampering(
      "a page's style, so that a row can't be seen", .packet,
      [edit("findings.html", "</style>", "tr{display:none}</style>")], at: ["L3"], "edited-page",
      says: "findings.html:"),
    Tampering(
      "a figure of figures.csv", .packet, [edit("figures.csv", ",1186766,", ",1286766,")],
      at: ["L3"], "edited-page", says: "figures.csv:"),
    Tampering(
      "a finding of findings.csv", .packet, [edit("findings.csv", "US008", "US007")],
      at: ["L3"], "edited-page", says: "findings.csv:"),
    Tampering(
      "a page removed", .packetWithoutManifest, [Edit(file: "usage.html", old: "", new: nil)],
      at: ["L0", "L3"], "files", says: "usage.html"),
    Tampering(
      "a page removed, with a new manifest", .packet,
      [Edit(file: "usage.html", old: "", new: nil)], at: ["L3"], "files", says: "usage.html"),
    Tampering(
      "a file added", .packetWithoutManifest,
      [Edit(file: "appendix.html", old: "<p>更正</p>", new: nil)], at: ["L0"], "files",
      says: "appendix.html"),
    Tampering(
      "the manifest removed", .packetWithoutManifest,
      [Edit(file: "manifest-sha256.txt", old: "", new: nil)], at: ["L0"], "files",
      says: "manifest-sha256.txt"),
  ]
}

// What a person may do to the archive's values.
extension Tampering {
  fileprivate static let archiveEdits = [
    Tampering(
      "a figure in XML", .packet,
      [edit(archive, #"unit="TWD" value="1186766""#, #"unit="TWD" value="1286766""#)],
      at: ["L1", "L3", "L4"], "sums", says: "payable-total D002/99900019 is 1286766"),
    Tampering(
      "a result in XML", .packet,
      [edit(archive, #"payable-cloud-fee="474933""#, #"payable-cloud-fee="574933""#)],
      at: ["L1", "L3"], "sums", says: "settlement"),
    Tampering(
      "a fee in XML", .packet,
      [
        edit(
          archive, #"cloud-fee="475500" counselling-fee"#, #"cloud-fee="465500" counselling-fee"#)
      ],
      at: ["L1", "L4"], "edited-packet-xml", says: "cloud_fee"),
    Tampering(
      "a day's uses in XML", .packet, [edit(archive, "\">1 1 2 0 1 1 ", "\">9 1 2 0 1 1 ")],
      at: ["L1", "L4"], "edited-packet-xml", says: "2021-06-25"),
    Tampering(
      "a store's status in XML", .packet,
      [edit(archive, #"status="completed""#, #"status="usage-short""#)], at: ["L1", "L3"], "sums",
      says: "<store id="),
    Tampering(
      "a verdict in XML", .packet,
      [
        edit(
          archive, #"vendor="99900019" verdict="pass" version"#,
          #"vendor="99900019" verdict="fail" version"#)
      ],
      at: ["L1", "L3"], "sums", says: "verdict"),
    Tampering(
      "the mark of a draft in XML", .packet,
      [edit(archive, #"draft="false""#, #"draft="true""#)], at: ["L3"], "edited-packet-xml",
      says: "packet.xml:2"),
    Tampering(
      "a finding removed from XML", .packet,
      [Edit(file: "finding:US008", old: "", new: nil)], at: ["L3", "L4"], "edited-packet-xml",
      says: "US008"),
    Tampering(
      "a finding's value in XML", .packet, [edit(archive, "<value>", "<value>9")],
      at: ["L1", "L4"], "sums", says: "does not follow from what it says"),
    Tampering(
      "a finding's severity in XML", .packet,
      [edit(archive, #"severity="error">"#, #"severity="info">"#)], at: ["L3"], "edited-packet-xml",
      says: "packet.xml:"),
    Tampering(
      "a message in XML", .packet,
      [edit(archive, "<message lang=\"zh-Hant\">", "<message lang=\"zh-Hant\">已更正。")],
      at: ["L3"], "edited-packet-xml", says: "已更正。"),
    Tampering(
      "a store's name in XML", .packet, [edit(archive, "海味軒食堂", "海味軒餐廳")], at: ["L3", "L4"],
      "edited-packet-xml", says: "海味軒餐廳"),
    Tampering(
      "a row's line in XML", .packet,
      [edit(archive, #"id="YB-101" line="2" row="2""#, #"id="YB-101" line="3" row="2""#)],
      at: ["L4"], "edited-packet-xml", says: "packet.xml:"),
    Tampering(
      "a district's reward in XML", .packet, [edit(archive, #"reward="0""#, #"reward="10000""#)],
      at: ["L1"], "sums", says: "reward"),
    Tampering(
      "a setting in XML", .packet,
      [edit(archive, #"more-than-months="4""#, #"more-than-months="5""#)], at: ["L1", "L4"],
      "programme", says: "duration.more_than_months: the packet has 5, the season 4"),
    Tampering(
      "an operand of a figure in XML", .packet,
      [
        edit(
          archive, "<operand value=\"15\"><name>N</name>", "<operand value=\"14\"><name>N</name>")
      ],
      at: ["L4"], "edited-packet-xml", says: "packet.xml:"),
    Tampering(
      "the as-of day in XML", .packet,
      [edit(archive, #"as-of="2021-10-31""#, #"as-of="2021-10-30""#)],
      at: ["L1"], "sums", says: "packet.xml"),
    Tampering(
      "a file's row counts in XML", .packet,
      [edit(archive, #"counted="17" encoding"#, #"counted="16" encoding"#)], at: ["L1", "L4"],
      "sums",
      says: "rows read are not counted"),
    Tampering(
      "the rule set in XML", .packet, [edit(archive, #"rule-set="110-1""#, #"rule-set="110-0""#)],
      at: ["L4"], "rule-set", says: "rule set 110-0, this program has 110-1"),
    Tampering(
      "the program in XML", .packet, [edit(archive, #"program="1.0.0""#, #"program="0.9.0""#)],
      at: ["L4"], "program", says: "made by review-packet 0.9.0"),
    Tampering(
      "the digest of the templates in XML", .packet,
      [edit(archive, #" templates=""#, #" templates="0"#)],
      at: ["L1"], "malformed", says: "review-packet.xsd"),
  ]
}

// What a person may do to the archive's form.
extension Tampering {
  fileprivate static let archiveForms = [
    Tampering(
      "an archive with other white space", .packet, [edit(archive, "  <counts ", "   <counts ")],
      at: ["L3"], "edited-packet-xml", says: "packet.xml:"),
    Tampering(
      "attributes in another order", .packet,
      [
        edit(
          archive, #"<counts adopted="17" approved="15""#, #"<counts approved="15" adopted="17""#)
      ],
      at: ["L2"], "canonical", says: "Canonical XML 1.1"),
    Tampering(
      "a comment", .packet, [edit(archive, "<stores>", "<stores><!-- checked -->")], at: ["L2"],
      "canonical", says: "checked"),
    Tampering(
      "a later format", .packet,
      [edit(archive, "urn:review-packet:packet:1", "urn:review-packet:packet:2")],
      at: ["L1"], "later-version", says: "use a later review-packet"),
    Tampering(
      "a later version", .packet, [edit(archive, #"version="1.0">"#, #"version="1.4">"#)],
      at: ["L1"], "later-version", says: "use a later review-packet"),
    Tampering(
      "an archive cut off", .packet, [edit(archive, "</packet>", "")], at: ["L1"], "malformed",
      says: "not XML that can be read"),
    Tampering(
      "a document type", .packet,
      [
        edit(
          archive, "<packet ",
          "<!DOCTYPE packet [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><packet ")
      ],
      at: ["L1"], "malformed", says: "document type"),
    Tampering(
      "an unknown element", .packet, [edit(archive, "<stores>", "<note>x</note><stores>")],
      at: ["L1"],
      "malformed", says: "review-packet.xsd"),
    Tampering(
      "a store twice", .packet, [edit(archive, #"id="YB-102""#, #"id="YB-101""#)], at: ["L1"],
      "malformed",
      says: "YB-101"),
  ]
}

// What may happen to the raw data after the packet was made.
extension Tampering {
  fileprivate static let rawData = [
    Tampering(
      "a usage row dropped", .season, [edit(usage, "2021/9/1,YB-102,3\r\n", "")], at: ["L4"],
      "input-rows", says: "store YB-102, 2021-09-01: 3 uses in the packet, 0 in the raw data"),
    Tampering(
      "a usage row's count", .season, [edit(usage, "2021/9/1,YB-102,3", "2021/9/1,YB-102,4")],
      at: ["L4"],
      "input-rows", says: usage + ":3"),
    Tampering(
      "a usage row's date", .season, [edit(usage, "2021/9/1,YB-102,3", "2021/6/23,YB-102,3")],
      at: ["L4"],
      "input-rows", says: "2021-09-01"),
    Tampering(
      "a usage row added", .season,
      [edit(usage, "2021/9/1,YB-102,3", "2021/9/1,YB-102,3\n2021/9/1,YB-102,70")], at: ["L4"],
      "input-rows",
      says: "rows " + usage + ":3, " + usage + ":4"),
    Tampering(
      "a usage file dropped", .season, [Edit(file: usage, old: "", new: nil)], at: ["L4"],
      "input-files",
      says: usage),
    Tampering(
      "a usage file added", .season,
      [Edit(file: "usage/補件.csv", old: "日期,店家編號,次數\n2021/10/31,YB-101,5\n", new: nil)], at: ["L4"],
      "input-files", says: "usage/補件.csv"),
    Tampering(
      "a store's go-live", .season,
      [edit(roster, "YB-POS,31700,2021/6/24,,商圈組織編列", "YB-POS,31700,2021/9/24,,商圈組織編列")],
      at: ["L4"],
      "input-rows", says: "golive_on “2021-06-24” → “2021-09-24”"),
    Tampering(
      "a roster row dropped", .season,
      [
        edit(
          roster,
          "D002,YB-103,黑鮪丼飯,99900469,99900019,YB-POS,31700,2021/6/24,,店家自費續用,陳測試,0900-000-049,澄波縣臨港鎮倉庫路17號\r\n",
          "")
      ],
      at: ["L4"], "input-rows", says: "store: row YB-103 is missing from the season"),
    Tampering(
      "a roster row added", .season,
      [
        edit(
          roster, "D002,YB-103,",
          "D002,YB-199,新店,99900469,99900019,YB-POS,31700,,,,,,\nD002,YB-103,")
      ],
      at: ["L4"], "input-rows", says: "store: row YB-199 was added"),
    Tampering(
      "a contact", .season, [edit(roster, "劉樣本", "劉例子")], at: ["L4"], "input-rows",
      says: "contact “***” → “***”"),
    Tampering(
      "an approved fee", .season, [edit("approvals.csv", "\"475,500\"", "\"465,500\"")], at: ["L4"],
      "input-rows",
      says: "cloud_fee “475500” → “465500”", effect: "567"),
    Tampering(
      "a declaration's date", .season, [edit("approvals.csv", "110/06/10,110/06/16", ",110/06/16")],
      at: ["L4"], "findings", says: "AP004", effect: "-1186766"),
    Tampering(
      "a ruling added", .season,
      [
        edit(
          "rulings.csv", "D003,99900019,,",
          "D002,99900019,YB-101,不予認列,,查無服務,110/10/21\nD003,99900019,,")
      ],
      at: ["L4"], "input-rows", says: "ruling: row disallow YB-101 2021-10-21 was added"),
    Tampering(
      "a recognised amount", .season,
      [
        edit(
          "rulings.csv", "D003,99900019,,",
          "D002,99900019,,認列金額,\"400,000\",核減,110/10/21\nD003,99900019,,")
      ],
      at: ["L4"], "input-rows", says: "recognise 2021-10-21", effect: "-74933"),
    Tampering(
      "a reported progress", .season,
      [
        edit(
          "progress.csv", "D002,99900019,1,店家需求訪視,10,2021/6/10,2021/6/25,2021/6/30,100",
          "D002,99900019,1,店家需求訪視,10,2021/6/10,2021/6/25,2021/6/30,90")
      ],
      at: ["L4"], "input-rows", says: "actual_progress “100.00” → “90.00”"),
    Tampering(
      "a solution's cap", .season, [edit("solutions.csv", "YB-POS,99900019,", "YB-POS,99900003,")],
      at: ["L4"],
      "input-rows", says: "YB-POS"),
    Tampering(
      "a programme value", .season,
      [edit("programme.yaml", "more_than_months: 4", "more_than_months: 5")], at: ["L4"],
      "programme",
      says: "duration.more_than_months: the packet has 4, the season 5"),
    Tampering(
      "another way of assessment", .season,
      [edit("programme.yaml", "assessment: monthly-average", "assessment: every-week")], at: ["L4"],
      "programme",
      says: "usage.assessment"),
    Tampering(
      "raw data that can't be read", .season, [Edit(file: "progress.csv", old: "", new: nil)],
      at: ["L4"], "input-files", says: "IN001"),
    Tampering(
      "a contract that is not approved any more", .season,
      [edit("approvals.csv", ",99900019,樣本數位服務有限公司,15,", ",99900014,樣本數位服務有限公司,15,")],
      at: ["L4"], "input-rows", says: "no contract D002/99900019"),
  ]
}

// Packets that agree with themselves, and were made from other data.
extension Tampering {
  fileprivate static let madeOfOtherData = [
    Tampering(
      "uses that nobody had", .seasonBefore,
      [edit(usage, "2021/9/1,YB-102,3", "2021/9/1,YB-102,300")],
      at: ["L4"], "input-rows",
      says: "store YB-102, 2021-09-01: 300 uses in the packet, 3 in the raw data"),
    Tampering(
      "uses that nobody had, under the right file's digest", .seasonBefore,
      [
        edit(usage, "2021/9/1,YB-102,3", "2021/9/1,YB-102,300"),
        Edit(file: "digest:" + usage, old: "", new: ""),
      ],
      at: ["L4"], "edited-packet-xml", says: "store YB-102, 2021-09-01"),
    Tampering(
      "a fee that was not approved", .seasonBefore,
      [edit("approvals.csv", "\"475,500\"", "\"474,000\"")],
      at: ["L4"], "input-rows", says: "cloud_fee “474000” → “475500”"),
    Tampering(
      "a date shifted", .seasonBefore,
      [edit(roster, "YB-POS,31700,2021/6/24,,商圈組織編列", "YB-POS,31700,2021/6/25,,商圈組織編列")],
      at: ["L4"],
      "input-rows", says: "golive_on “2021-06-25” → “2021-06-24”"),
    Tampering(
      "a milder setting", .seasonBefore,
      [
        edit(
          "programme.yaml", "weekly_thresholds: [5, 10, 15, 20]", "weekly_thresholds: [1, 2, 3, 4]")
      ], at: ["L4"],
      "programme",
      says: "usage.weekly_thresholds: the packet has 1 2 3 4, the season 5 10 15 20"),
    Tampering(
      "a ruling left out", .seasonBefore,
      [
        edit(
          "rulings.csv", "D003,99900019,,",
          "D002,99900019,YB-101,不予認列,,查無服務,110/10/21\nD003,99900019,,")
      ],
      at: ["L4"], "input-rows", says: "ruling: row disallow YB-101 2021-10-21 is missing"),
  ]
}
