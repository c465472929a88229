import type { Sandbox } from ".."

export type Card = { pan: string; expiry: string; cvc?: string }

export const PLAIN = { pan: "4444 5555 1111 3333", expiry: "12/26" }
export const CHALLENGE = { pan: "5555555555555599", expiry: "12/34" }

export function submit(url: string, card: Card): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      pan: card.pan,
      expiry: card.expiry,
      newCardCvc: card.cvc ?? "123",
      cardholderName: "A SHOPPER",
    }),
  })
}

export function locationOf(answer: Response): string {
  expect(answer.status).toBe(303)
  return answer.headers.get("location") ?? ""
}

export async function challengeOf(
  sandbox: Sandbox,
  paymentUrl: string,
  card: Card = CHALLENGE
): Promise<string> {
  return sandbox.url + locationOf(await submit(paymentUrl, card))
}

export function answerChallenge(
  url: string,
  answer: string
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ answer }),
  })
}

export async function text(url: string): Promise<string> {
  return (await fetch(url)).text()
}
