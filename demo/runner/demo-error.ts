/** What went wrong, in words for the person who started the demo; `details` are lines to show below it. */
export class DemoError extends Error {
  constructor(
    message: string,
    readonly details: string[] = []
  ) {
    super(message)
    this.name = "DemoError"
  }
}
