import { zip } from './made.mjs';

/** Packages, made here: two SCORM courses of one page, and HTML courses, one of which means harm. */

const page = (title, body, script) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}<script>${script}</script></body></html>`;

/** Looks for the runtime in the windows above, as every SCORM page does. */
const FIND = `function tim(ten){var w=window;for(var i=0;i<20;i++){if(w[ten])return w[ten];if(w===w.parent)return null;w=w.parent}}`;

const BODY = `<p id="o"></p><button id="tiep">Trang sau</button><button id="xong">Nộp bài</button>`;

export function scorm2004(title) {
  return zip([
    [
      'imsmanifest.xml',
      `<?xml version="1.0"?><manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"><metadata><schema>ADL SCORM</schema><schemaversion>2004 3rd Edition</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>${title}</title><item identifier="a" identifierref="r"><title>Bài</title><imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing></item></organization></organizations><resources><resource identifier="r" type="webcontent" adlcp:scormType="sco" href="bai/mo dau.html"/></resources></manifest>`,
    ],
    [
      'bai/mo dau.html',
      page(
        title,
        BODY,
        `${FIND}var api=tim('API_1484_11');api.Initialize('');var n=Number(api.GetValue('cmi.location')||0);
function ve(){o.textContent='Trang '+n+', '+api.GetValue('cmi.entry')}ve();
tiep.onclick=function(){n++;api.SetValue('cmi.location',String(n));api.SetValue('cmi.completion_status','incomplete');api.SetValue('cmi.exit','suspend');ve()};
xong.onclick=function(){api.SetValue('cmi.score.scaled','0.9');api.SetValue('cmi.completion_status','completed');api.Commit('');o.textContent='Đã nộp '+api.GetValue('cmi.success_status')};`,
      ),
    ],
  ]);
}

/** Of two parts: the second opens when the first is done. */
export function scorm12(title) {
  const part = (name) =>
    page(
      name,
      BODY,
      `${FIND}var api=tim('API');api.LMSInitialize('');
function ve(){o.textContent=api.LMSGetValue('cmi.core.student_name')+': '+api.LMSGetValue('cmi.core.lesson_status')}ve();
xong.onclick=function(){api.LMSSetValue('cmi.core.score.raw','50');api.LMSSetValue('cmi.core.lesson_status','completed');api.LMSCommit('');ve()};`,
    );
  return zip([
    [
      'imsmanifest.xml',
      `<?xml version="1.0"?><manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schemaversion>1.2</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>${title}</title><item identifier="a" identifierref="r1"><title>Phần một</title></item><item identifier="b" identifierref="r2"><title>Phần hai</title><adlcp:prerequisites type="aicc_script">a</adlcp:prerequisites></item></organization></organizations><resources><resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="a.html"/><resource identifier="r2" type="webcontent" adlcp:scormtype="sco" href="b.html"/></resources></manifest>`,
    ],
    ['a.html', part('Phần một')],
    ['b.html', part('Phần hai')],
  ]);
}

/** Keeps something in this browser, and nothing else. */
export const secretive = (title) =>
  zip([
    [
      'index.html',
      page(
        title,
        '<p id="o">giữ</p>',
        `localStorage.setItem('bi-mat','cua toi');try{document.cookie='cua-toi=1'}catch(e){}`,
      ),
    ],
    ['bi-mat.txt', 'chỉ gói này đọc được'],
  ]);

export const hostile = (title) => zip([['index.html', page(title, '<p id="o">hiền lành</p>', '')]]);

/**
 * What a package's script tries, in its own page: everything it could think of. Runs in the browser; each line says what
 * came of it, and `none` is what a school wants to read.
 */
export async function attack({ app, othersFile }) {
  const said = {};
  const attempt = async (name, does) => {
    try {
      said[name] = await Promise.race([
        does(),
        new Promise((resolve) => setTimeout(() => resolve('none: silence'), 3_000)),
      ]);
    } catch (refused) {
      said[name] = `none: ${refused.name}`;
    }
  };
  await attempt('session', async () => (/q_session/.test(document.cookie) ? document.cookie : 'none'));
  await attempt('api', async () => {
    const answer = await fetch(`${app}/api/lms/me`, { credentials: 'include' });
    return `${answer.status} ${await answer.text()}`;
  });
  await attempt('write', async () => {
    const answer = await fetch(`${app}/api/content/materials`, {
      method: 'POST',
      mode: 'no-cors',
      credentials: 'include',
      body: '{}',
    });
    return `sent: ${answer.type}`;
  });
  await attempt('picture', async () => {
    const picture = new Image();
    const come = new Promise((resolve, reject) => {
      picture.onload = () => resolve('loaded');
      picture.onerror = () => reject(new Error('refused'));
    });
    picture.src = `${app}/icon.svg`;
    return come;
  });
  await attempt('frame', async () => {
    const frame = document.createElement('iframe');
    frame.src = `${app}/`;
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 800));
    return frame.contentDocument === null ? 'none' : frame.contentDocument.title || 'none';
  });
  await attempt('app page', async () => window.top.document.title);
  await attempt('app storage', async () => window.top.localStorage.length);
  await attempt('away', async () => {
    window.top.location.href = 'about:blank';
    return 'none: nothing happened';
  });
  await attempt('worker', async () => {
    await navigator.serviceWorker.register('index.html');
    return 'installed';
  });
  await attempt("another's files", async () => {
    const answer = await fetch(othersFile);
    return answer.ok ? await answer.text() : `none: ${answer.status}`;
  });
  await attempt("another's storage", async () => localStorage.getItem('bi-mat') ?? 'none');
  await attempt('plant', async () => {
    document.cookie = 'q_session=gia; path=/api';
    document.cookie = 'q_session=gia; path=/';
    return 'none: tried';
  });
  await attempt('window', async () => {
    const opened = window.open(`${app}/login/callback?code=x&state=y`);
    if (opened === null) return 'none';
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seen = opened.document.title;
    return `opened ${seen}`;
  });
  await attempt('form', async () => {
    const frame = document.createElement('iframe');
    frame.name = 'khac';
    const form = document.createElement('form');
    form.action = `${app}/logout`;
    form.target = 'khac';
    document.body.append(frame, form);
    form.submit();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return 'none: tried';
  });
  return said;
}
