export { answerWebhook as POST } from "./answer-webhook"
