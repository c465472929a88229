export type Progress = {
  /** Runs a step and reports its start, its end and how long it took. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>
}

export const silentProgress: Progress = { step: (_title, work) => work() }

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

/** On a terminal one moving line for the steps under way; in a pipe, a line as each step starts and ends. */
export function terminalProgress(
  output: NodeJS.WriteStream = process.stdout
): Progress {
  const moving = output.isTTY === true
  const underWay = new Map<string, number>()
  let frame = 0
  let timer: NodeJS.Timeout | undefined

  const clear = () => moving && output.write("\r\x1b[2K")
  const draw = () => {
    if (!moving || underWay.size === 0) {
      return
    }
    const line = [...underWay]
      .map(([title, since]) => `${title} ${seconds(since)}`)
      .join("  ·  ")
      .slice(0, (output.columns ?? 80) - 4)
    output.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${line}`)
  }
  const print = (line: string) => {
    clear()
    output.write(`${line}\n`)
    draw()
  }

  return {
    async step(title, work) {
      const since = Date.now()
      underWay.set(title, since)
      timer ??= moving ? setInterval(draw, 120) : undefined
      if (moving) {
        draw()
      } else {
        print(`… ${title}`)
      }
      try {
        const result = await work()
        underWay.delete(title)
        print(`✓ ${title} ${seconds(since)}`)
        return result
      } catch (error) {
        underWay.delete(title)
        print(`✗ ${title} ${seconds(since)}`)
        throw error
      } finally {
        if (underWay.size === 0) {
          clearInterval(timer)
          timer = undefined
        }
      }
    },
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
