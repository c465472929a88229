import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./app"
import "./styles/base.css"
import "./styles/layout.css"
import "./styles/catalogue.css"
import "./styles/checkout.css"
import "./styles/account.css"

const root = document.getElementById("root")
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}
