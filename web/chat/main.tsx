import { render } from 'preact';
import { openSession } from '../shared/session/open-session.ts';
import { adoptFormer } from './adopt-former.ts';
import { ChatPage } from './chat-page.tsx';

const place = document.getElementById('chat');
if (place) {
  const opened = openSession({ server: '' }, 'chat');
  render(<ChatPage {...opened} />, place);
  void adoptFormer({ ...opened, now: Date.now() });
}
