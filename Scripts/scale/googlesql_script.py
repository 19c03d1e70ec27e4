"""Runs a script in GoogleSQL, BigQuery's dialect, by the help of ZetaSQL, Google's implementation of the dialect.

ZetaSQL reads the script unchanged, and checks and evaluates its expressions and queries against the types of the tables that
they name. What is done here is the rest of what a script of ours has: DECLARE, CREATE TABLE AS, FOR … IN, EXECUTE IMMEDIATE
and the files of EXPORT DATA; anything else is refused by name. A table of the service's wildcard is one of that name.
The package comes without Unicode's tables, so what is evaluated leaves NORMALIZE out.
"""

import ctypes
import datetime
import re

from zetasql import types
from zetasql.api import Analyzer, CatalogBuilder, Parser, PreparedQuery, TableBuilder, TypeFactory
from zetasql.core.wasm_client import WasmClient


def address(client, start):
    return ctypes.addressof(client.memory.data_ptr().contents) + start


# The package copies byte by byte, in Python.
WasmClient.write_bytes = lambda client, start, data: ctypes.memmove(address(client, start), data, len(data))
WasmClient.read_bytes = lambda client, start, size: ctypes.string_at(address(client, start), size)

STRING = TypeFactory.create_simple_type(types.TypeKind.TYPE_STRING)
INT64 = TypeFactory.create_simple_type(types.TypeKind.TYPE_INT64)
FLOAT64 = TypeFactory.create_simple_type(types.TypeKind.TYPE_DOUBLE)


def struct(*fields):
    return TypeFactory.create_struct_type(list(fields))


def array(element):
    return TypeFactory.create_array_type(element)


def value(thing, kind):
    """A Python thing (None, str, int, list, tuple) as a value of a type."""
    if thing is None:
        return types.Value()
    if kind.array_type:
        return types.Value(array_value=types.Value.Array(
            element=[value(one, kind.array_type.element_type) for one in thing]))
    if kind.struct_type:
        return types.Value(struct_value=types.Value.Struct(
            field=[value(one, field.field_type) for one, field in zip(thing, kind.struct_type.field, strict=True)]))
    if kind.type_kind == types.TypeKind.TYPE_STRING:
        return types.Value(string_value=thing)
    return types.Value(int64_value=thing)


def plain(cell, kind):
    """The other way, for what cells of a CSV file can be."""
    name = kind.type_kind.name.removeprefix("TYPE_").lower()
    number = getattr(cell, f"{name}_value")
    if number is None or name not in ("string", "int64", "bool", "date"):
        raise NotImplementedError(f"{number} of {name}")
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=number) if name == "date" else number


class Script:
    """A script's text with the tables and variables that it sees."""

    def __init__(self, text):
        self.bytes = text.encode()
        self.language = types.LanguageOptions.maximum_features()
        self.language.product_mode = types.ProductMode.PRODUCT_EXTERNAL
        self.language.supported_statement_kinds = []
        self.options = types.AnalyzerOptions(language_options=self.language)
        self.tables, self.variables = {}, {}
        self.exports = {}
        self.answers = []

    def table(self, name, columns, rows):
        """Adds a table: its columns as pairs of name and type, its rows as lists of values."""
        self.tables[name] = (columns, types.TableContent(
            table_data=types.TableData(row=[types.TableData.Row(cell=row) for row in rows])))

    def run(self):
        self.perform(Parser.parse_script_static(self.bytes.decode(), self.language).statement_list_node)

    def perform(self, statements):
        for statement in statements.statement_list:
            name = type(statement).__name__
            if not hasattr(self, name):
                raise NotImplementedError(name)
            getattr(self, name)(statement)

    def text(self, node):
        return self.bytes[node.parse_location_range.start:node.parse_location_range.end].decode()

    def catalog(self):
        builder = CatalogBuilder("script").with_builtin_functions(
            types.ZetaSQLBuiltinFunctionOptions(language_options=self.language))
        for name, (columns, _) in self.tables.items():
            table = TableBuilder(name)
            for column, kind in columns:
                table.add_column(column, kind)
            builder.add_table(table.build())
        for name, (kind, content) in self.variables.items():
            builder.add_constant(types.SimpleConstant(name_path=[name], type=kind, value=content))
        return builder.build()

    def analysed(self, statement):
        return Analyzer(self.options, self.catalog()).analyze_statement(statement)

    def evaluated(self, query):
        """The columns of a query, as pairs of name and type, and its rows."""
        is_ordered = self.analysed(query).query.is_ordered
        query = re.sub(r"NORMALIZE\((.*?), NFKC\)", r"(\1)", query, flags=re.DOTALL)
        builder = PreparedQuery.builder().set_sql(query).set_analyzer_options(self.options)
        builder.set_catalog(self.catalog()).set_table_content(
            {name: rows for name, (_, rows) in self.tables.items() if name in query})
        with builder.prepare() as prepared:
            columns = [(column.name, column.type) for column in prepared.columns]
            rows = [row.cell for row in prepared.execute().content.table_data.row]
        # Rows without an order come in that of their values: turned round, they show where ORDER BY is missing.
        return columns, rows if is_ordered else rows[::-1]

    def ASTVariableDeclaration(self, node):
        # A value that is of the type or becomes it by itself, as that of a variable has to.
        default, kind = self.text(node.default_value), self.text(node.type)
        columns, rows = self.evaluated(f"SELECT IF(TRUE, {default}, CAST(NULL AS {kind})) AS variable")
        declared, _ = self.evaluated(f"SELECT CAST(NULL AS {kind}) AS variable")
        if columns[0][1] != declared[0][1]:
            raise TypeError(f"{default} is no {kind}")
        for variable in node.variable_list.identifier_list:
            self.variables[variable.id_string] = (columns[0][1], rows[0][0])

    def ASTCreateTableStatement(self, node):
        self.analysed(self.text(node))
        columns, rows = self.evaluated(self.text(node.query))
        self.table(".".join(part.id_string for part in node.name.names), columns, rows)

    def ASTForInStatement(self, node):
        columns, rows = self.evaluated(self.text(node.query))
        for row in rows:
            self.variables[node.variable.id_string] = (
                struct(*columns), types.Value(struct_value=types.Value.Struct(field=row)))
            self.perform(node.body)
        self.variables.pop(node.variable.id_string, None)

    def ASTExecuteImmediateStatement(self, node):
        inner = Script(self.single(self.text(node.sql)))
        inner.tables, inner.variables, inner.exports = self.tables, {}, self.exports
        inner.run()
        self.answers += inner.answers

    def ASTExportDataStatement(self, node):
        self.analysed(self.text(node))
        options = {
            entry.name.id_string: self.single(self.text(entry.value))
            for entry in node.options_list.options_entries}
        uri = options.pop("uri")
        if options != {"format": "CSV", "header": True, "overwrite": True} or uri.count("*") != 1:
            raise NotImplementedError(f"EXPORT DATA to {uri} with {options}")
        columns, rows = self.evaluated(self.text(node.query))
        lines = [[name for name, _ in columns]] + [
            [str(plain(cell, kind)) for cell, (_, kind) in zip(row, columns, strict=True)] for row in rows]
        if any(re.search('[,"\r\n]', cell) for line in lines for cell in line):
            raise NotImplementedError(f"a cell that needs quotes in {uri}")
        self.exports[uri.replace("*", "000000000000")] = "".join(",".join(line) + "\n" for line in lines)

    def single(self, expression):
        columns, rows = self.evaluated(f"SELECT {expression} AS single")
        return plain(rows[0][0], columns[0][1])

    def ASTQueryStatement(self, node):
        columns, rows = self.evaluated(self.text(node))
        self.answers.append([
            tuple(plain(cell, kind) for cell, (_, kind) in zip(row, columns, strict=True)) for row in rows])
