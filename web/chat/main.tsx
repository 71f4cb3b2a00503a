import { render } from 'preact';
import { openSession } from '../shared/session/open-session.ts';
import { ChatPage } from './chat-page.tsx';

const place = document.getElementById('chat');
if (place) render(<ChatPage {...openSession({ server: '' }, 'chat')} />, place);
