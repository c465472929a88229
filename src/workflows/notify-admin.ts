import {
  type INotificationModuleService,
  type Logger,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { logText } from "./error-text"

/**
 * Puts a message behind the bell of the admin. A store may run without the feed (it is one of Medusa's notification channels);
 * the payments page and the health check say the same, so a failure here is logged and nothing else.
 */
export async function notifyAdmin(
  container: MedusaContainer,
  message: { title: string; description: string }
): Promise<void> {
  try {
    const notifications = container.resolve<INotificationModuleService>(
      Modules.NOTIFICATION
    )
    await notifications.createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: message,
    })
  } catch (error) {
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[bpc] the admin's feed could not be told "${message.title}": ${logText(error)}`
      )
  }
}
