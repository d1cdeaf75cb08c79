import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDateTime } from "#src/platform/ui/format.ts";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type Todo, TodoList } from "#src/platform/ui/todo-list.tsx";
import type { Notification, NotificationPage } from "../db/notifications.ts";
import { notificationSentence } from "../notification-texts.ts";
import { homeTexts } from "./texts.ts";

export const NOTIFICATIONS_PATH = "/notifications";

export function NotificationsPage({ list, language }: { list: NotificationPage; language: Language }): JSX.Element {
  const t = homeTexts(language);
  if (list.total === 0) {
    return (
      <>
        <Title title={t.notifications} />
        <EmptyState title={t.noNotification}>
          <p>{t.noNotificationText}</p>
        </EmptyState>
      </>
    );
  }
  const markAll = (
    <ActionForm action={`${NOTIFICATIONS_PATH}/lues`} variant="secondary" size="sm">
      {t.markAll}
    </ActionForm>
  );
  return (
    <>
      <Title title={t.notifications} lead={t.unread(list.unread)} actions={list.unread > 0 ? markAll : undefined} />
      <div class="sheet">
        <ResultCount total={list.total} noun={t.notificationsNoun} />
        <TodoList items={list.notifications.map((notification) => notificationTodo(notification, language))} />
        <Pagination page={list.page} pages={list.pages} hrefOf={(page) => `${NOTIFICATIONS_PATH}?page=${page}`} />
      </div>
    </>
  );
}

function notificationTodo({ id, at, kind, reference, title, readAt }: Notification, language: Language): Todo {
  const t = homeTexts(language);
  const unread = readAt === null;
  return {
    title: t.about(notificationSentence(kind, language), title),
    href: `${NOTIFICATIONS_PATH}/${id}`,
    detail: t.sentence(reference, formatDateTime(at, language)),
    strong: unread,
    ...(unread ? { tag: { label: t.unreadTag, tone: "accent" } } : {}),
  };
}
