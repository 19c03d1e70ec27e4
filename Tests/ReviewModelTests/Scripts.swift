/// Whether a character is a Chinese one.
func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

/// Whether a character is one of those that only simplified Chinese uses; a sample, not all.
func isSimplified(_ character: Character) -> Bool { simplified.contains(character) }

private let simplified = Set(
  """
  们这为对说时见请档导设进问题应单数标码认项务区发经费营没产实验证页软库续报资无误错过还径条检测统编号称额达审结输选择开关\
  闭处执权质层级间较减计议订签约团组织员负责类细购买两转换显载
  """)
