import { type FormEvent, type ReactNode, useState } from "react"
import { Field } from "../checkout/field"
import { Notice } from "../components/notice"
import {
  type Customer,
  register,
  signIn,
  takeBasketAlong,
} from "../shop/customer"
import { errorText } from "../shop/error-text"
import { useShop } from "../shop/shop-context"

/** Signing in, or registering, one beside the other; the basket comes along. */
export function SignInForms({
  onDone,
}: {
  onDone: (customer: Customer) => void
}) {
  return (
    <div className="sign-in-forms">
      <AccountForm
        title="Sign in"
        submitLabel="Sign in"
        submit={({ email, password }) => signIn({ email, password })}
        onDone={onDone}
      >
        <EmailAndPassword passwordFor="current-password" />
      </AccountForm>
      <AccountForm
        title="New here?"
        submitLabel="Create an account"
        submit={register}
        onDone={onDone}
      >
        <Field
          label="First name"
          name="first_name"
          autoComplete="given-name"
          required
        />
        <Field
          label="Last name"
          name="last_name"
          autoComplete="family-name"
          required
        />
        <EmailAndPassword passwordFor="new-password" />
      </AccountForm>
    </div>
  )
}

function EmailAndPassword({
  passwordFor,
}: {
  passwordFor: "current-password" | "new-password"
}) {
  return (
    <>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        required
        wide
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete={passwordFor}
        hint={
          passwordFor === "new-password" ? "8 characters or more" : undefined
        }
        minLength={passwordFor === "new-password" ? 8 : undefined}
        required
        wide
      />
    </>
  )
}

type Entered = Record<"email" | "password" | "first_name" | "last_name", string>

function AccountForm({
  title,
  submitLabel,
  submit,
  onDone,
  children,
}: {
  title: string
  submitLabel: string
  submit: (entered: Entered) => Promise<Customer>
  onDone: (customer: Customer) => void
  children: ReactNode
}) {
  const { cart } = useShop()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) {
      return
    }
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? "")
    setBusy(true)
    setFailure(undefined)
    try {
      const customer = await submit({
        email: text("email").trim(),
        password: text("password"),
        first_name: text("first_name").trim(),
        last_name: text("last_name").trim(),
      })
      if (cart) {
        await takeBasketAlong(cart.id)
      }
      onDone(customer)
    } catch (error) {
      setFailure(errorText(error))
      setBusy(false)
    }
  }

  return (
    <form className="account-form" onSubmit={(event) => void send(event)}>
      <h2>{title}</h2>
      {children}
      {failure && <Notice tone="bad">{failure}</Notice>}
      <button type="submit" className="primary wide" aria-busy={busy}>
        {busy ? "One moment …" : submitLabel}
      </button>
    </form>
  )
}
