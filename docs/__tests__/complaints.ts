import ts from "typescript"

/** What TypeScript says of these files, which lie in memory only, by their paths; what they import is the repository's own. */
export function complaintsAbout(
  files: ReadonlyMap<string, string>,
  options: ts.CompilerOptions
): string[] {
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path)
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, version, ...rest) => {
    const code = files.get(path)
    return code === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, code, version)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  // Only these files: the sources have `npm run typecheck`.
  return [...files.keys()]
    .map((path) => program.getSourceFile(path))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(/^.*\//, "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
    )
}
