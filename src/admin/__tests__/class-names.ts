import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

/** A file's class names: whatever text stands in a `className`, in a call of `clx`, or in a constant of the file named there. */
export function classNamesIn(path: string): Set<string> {
  const file = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.Latest,
    true
  )
  const constants = constantsOf(file)
  const found = new Set<string>()
  const search = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && node.name.getText() === "className") {
      collect(node)
    } else if (ts.isCallExpression(node) && isClx(node)) {
      collect(node)
    } else {
      node.forEachChild(search)
    }
  }
  const collect = (node: ts.Node): void => {
    if (isText(node)) {
      node.text.split(/\s+/).forEach((word) => word && found.add(word))
    } else if (ts.isIdentifier(node)) {
      const constant = constants.get(node.text)
      constants.delete(node.text)
      constant?.forEachChild(collect)
    } else if (!isComparison(node)) {
      node.forEachChild(collect)
    }
  }
  search(file)
  return found
}

/** Every class that a stylesheet has a rule for. */
export function classesOf(stylesheet: string): Set<string> {
  const escaped = /\.((?:\\[0-9a-f]{1,6}\s|\\.|[\w-])+)/gi
  return new Set(
    [...stylesheet.matchAll(escaped)].map(([, name = ""]) =>
      name
        .replace(/\\([0-9a-f]{1,6})\s/gi, (_, code: string) =>
          String.fromCodePoint(parseInt(code, 16))
        )
        .replace(/\\(.)/g, "$1")
    )
  )
}

/** The admin's sources, without texts and tests. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return ["i18n", "__tests__"].includes(entry.name) ? [] : sourcesIn(path)
    }
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function constantsOf(file: ts.SourceFile): Map<string, ts.Node> {
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
  return new Map(
    declarations.map((declaration) => [declaration.name.getText(), declaration])
  )
}

function isClx({ expression }: ts.CallExpression): boolean {
  return ts.isIdentifier(expression) && expression.text === "clx"
}

function isText(
  node: ts.Node
): node is ts.StringLiteralLike | ts.TemplateLiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)
}

/** What a class depends on is no class. */
function isComparison(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    [
      ts.SyntaxKind.EqualsEqualsEqualsToken,
      ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ].includes(node.operatorToken.kind)
  )
}
