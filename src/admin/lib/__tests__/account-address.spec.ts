import { askedAgain } from "../account-address"

const GATEWAY = "https://gateway.example/api2"
const account = (change: object = {}) => ({
  api_url: GATEWAY,
  v1_api_url: null,
  api_key_last4: "_key",
  api_login_last4: "",
  api_password_last4: "",
  ...change,
})

// prettier-ignore
it.each([
  { name: "nothing changed", form: { api_url: GATEWAY, v1_api_url: "" }, asked: { key: false, login: false } },
  { name: "another path of the same server", form: { api_url: "https://gateway.example/api3", v1_api_url: "" }, asked: { key: false, login: false } },
  { name: "another server for both", form: { api_url: "https://other.example/api2", v1_api_url: "" }, asked: { key: true, login: true } },
  { name: "another port", form: { api_url: "https://gateway.example:8443/api2", v1_api_url: "" }, asked: { key: true, login: true } },
  { name: "no encryption any more", form: { api_url: "http://gateway.example/api2", v1_api_url: "" }, asked: { key: true, login: true } },
  { name: "another server for the second channel", form: { api_url: GATEWAY, v1_api_url: "https://other.example/rest" }, asked: { key: false, login: true } },
  { name: "another server, the second channel where it was", form: { api_url: "https://other.example/api2", v1_api_url: "https://gateway.example/rest" }, asked: { key: true, login: false } },
  { name: "an address that is still being typed", form: { api_url: "https:/", v1_api_url: "" }, asked: { key: false, login: false } },
])("secrets are asked for again: $name", ({ form, asked }) => {
  expect(askedAgain(account(), form)).toEqual(asked)
})

it("asks for no login where none is stored", () => {
  expect(
    askedAgain(account({ api_login_last4: null, api_password_last4: null }), {
      api_url: "https://other.example/api2",
      v1_api_url: "",
    })
  ).toEqual({ key: true, login: false })
})
