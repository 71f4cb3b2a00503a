import './styles/base.css';
import './styles/login.css';
import './styles/top.css';
import './styles/queue.css';
import './styles/conversation.css';
import './styles/composer.css';
import './styles/panel.css';
import './styles/dialogs.css';
import './styles/phone.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { createPreferences } from './browser/preferences.ts';
import { createRouter } from './browser/route.ts';
import { createDeskClient } from './client/desk-client.ts';
import { TEXTS } from './texts/texts.ts';
import { App } from './views/app.tsx';
import { TextsContext } from './views/texts-context.ts';

const preferences = createPreferences(localStorage, navigator.language);
effect(() => {
  const { language, theme } = preferences;
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = theme.value;
  document.title = TEXTS[language.value].title;
});

const root = document.getElementById('console');
if (root) {
  const app = (
    <TextsContext.Provider value={preferences.language}>
      <App
        client={createDeskClient((...request) => fetch(...request))}
        preferences={preferences}
        router={createRouter(window)}
        storage={localStorage}
      />
    </TextsContext.Provider>
  );
  render(app, root);
}
