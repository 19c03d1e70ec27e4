import PacketDocuments
import ReviewModel

/// `README.txt` at an archive's top: one page that lets a stranger check it with common tools alone.
struct ArchiveReadme {
  let packet: Packet
  let isPublic: Bool
  let hasRecompute: Bool

  var bytes: [UInt8] { Array((head + notice + content + checks).utf8) }

  private var head: String {
    let provenance = packet.provenance
    let phase = provenance.phase == .final ? ("期末", "final") : ("期中", "mid-term")
    return """
      審查資料封存　\(packet.review.id.text)　\(provenance.programme.year)年度\(phase.0)　截止日 \(provenance.asOf.isoText)
      Archive of a review packet: \(packet.review.id.text), year \(provenance.programme.year), \(phase.1), as of \(provenance.asOf.isoText)

      這是 BagIt 1.0（RFC 8493）資料夾。以瀏覽器開啟 data/packet/index.html 閱讀；查驗與閱讀都不需要產出它的程式。
      This is a BagIt 1.0 (RFC 8493) folder. Read it from data/packet/index.html in a browser; neither
      reading nor checking it needs the program that made it (review-packet \(provenance.program)).


      """
  }

  private var notice: String {
    guard isPublic else { return "" }
    return """
      公開版：聯絡人已改為「\(Redaction.contact)」、電話改為「\(Redaction.text)」，清冊中標題列以上、說明列及未知欄位的文字亦同；
      其餘一字不改，金額與認定相同。packet.xml 所載的清冊（rosters/）與 fixes.csv 雜湊值屬原始檔，因此與此處的檔案不符。
      bag-info.txt 的 Redacted-From 是完整版封存的雜湊值（其 tagmanifest-sha256.txt 的 SHA-256）。
      Public copy: contacts are “\(Redaction.contact)”, phones “\(Redaction.text)”, and so are texts of the rosters outside their
      known columns; nothing else was changed, and every amount is the same. The digests that packet.xml gives for
      rosters/ and fixes.csv are those of the raw files, so the files here differ from them. Redacted-From in
      bag-info.txt is the digest of the closed archive (the SHA-256 of its tagmanifest-sha256.txt).


      """
  }

  private var content: String {
    """
    內容 What is in it
      data/packet/          審查資料 the packet: pages, packet.xml (all of it), figures.csv, findings.csv
      data/input/           輸入檔\(isPublic ? "" : "原樣") the input files; data/input-files.csv has their own names
      data/programme.yaml   年度設定 every setting that applied
      data/registry/        指標、檢核代碼、條款、決定、欄位 figures, findings, clauses, decisions, columns
      data/templates/       範本 the templates that the pages were made with
      data/schema/          packet.xml 的綱要 the schema of packet.xml
    \(hasRecompute ? "  data/recompute/       以 SQLite 重算金額 the money computed again by SQLite\n" : "")
    """
  }

  private var checks: String {
    var text = """

      查驗 How to check it
      在此資料夾執行下列指令（coreutils、grep、sed、libxml2 的 xmllint\(hasRecompute ? "、sqlite3" : "")）。
      Run these in this folder (coreutils, grep, sed, xmllint of libxml2\(hasRecompute ? ", sqlite3" : "")).

      1. 檔案自封存後未變：無輸出即相符。No file changed since it was sealed: no output is good.
          sha256sum --check --strict --quiet tagmanifest-sha256.txt
          sha256sum --check --strict --quiet manifest-sha256.txt
          (cd data/packet && sha256sum --check --strict --quiet manifest-sha256.txt)

      2. packet.xml 合乎綱要：「validates」。packet.xml is valid: “validates”.
          xmllint --nonet --noout --schema data/schema/review-packet.xsd data/packet/packet.xml

      3. packet.xml 及其正規形式（C14N 1.1）即 bag-info.txt 所載：「OK」與一行雜湊值。
         packet.xml and its canonical form are those of bag-info.txt: “OK”, and a line with a digest.
          sed -n 's|^Packet-Digest: \\(.*\\)$|\\1  data/packet/packet.xml|p' bag-info.txt | sha256sum --check --strict
          xmllint --nonet --c14n11 data/packet/packet.xml | sha256sum | grep -F "$(sed -n 's/^Canonical-Digest: //p' bag-info.txt)"


      """
    if !isPublic {
      text += """
        4. packet.xml 所載的每一輸入檔都在封存內：每檔一行，無「MISSING」。
           Every input file that packet.xml names is here: a line for each, and no “MISSING”.
            sed -n 's|.*<file [^>]* sha256="\\([0-9a-f]*\\)".*|\\1|p' data/packet/packet.xml | while read -r sum; do grep "^$sum  data/input/" manifest-sha256.txt || { echo "MISSING $sum"; exit 1; }; done


        """
    }
    if hasRecompute {
      text += """
        \(isPublic ? 4 : 5). 由明細重算每一金額：最後一行為「all … figures agree」。
           Every amount computed again from the rows: the last line says “all … figures agree”.
            (cd data/recompute && sqlite3 :memory: < settle.sql)


        """
    }
    return text + """
      此封存的雜湊值，即取代它的封存以 Supersedes 所稱者：
      This archive's own digest, by which one that replaces it names it (Supersedes):
          sha256sum tagmanifest-sha256.txt

      """
  }
}
