import { defineMiddlewares } from "@medusajs/framework/http"

export default defineMiddlewares({
  routes: [{ matcher: "/bench/medusa", methods: ["POST"], bodyParser: false }],
})
