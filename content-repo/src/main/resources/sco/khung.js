// Shows the pages of a book one after the other and tells the learning platform which of them were read to the end:
// SCORM 1.2 or 2004, as the page says. Without a platform it is read all the same.
(function () {
    'use strict';

    var SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    var BITS = 6;
    var LONG_ENOUGH = 1000;
    var NEAR_THE_END = 8;

    var isNew = document.documentElement.dataset.scorm === '2004';
    var words =
        document.documentElement.lang === 'en'
            ? { read: 'Read', of: 'of', page: 'Page', alone: 'Opened without a learning platform: progress is not kept.' }
            : {
                  read: 'Đã đọc',
                  of: 'trên',
                  page: 'Trang',
                  alone: 'Mở ngoài hệ thống học tập: tiến độ không được ghi lại.'
              };
    var pages = JSON.parse(document.getElementById('cac-trang').textContent);
    var frame = document.getElementById('trang');
    var place = document.getElementById('vi-tri');
    var standing = document.getElementById('tien-do');
    var back = document.getElementById('truoc');
    var forth = document.getElementById('sau');
    var seen = pages.map(function () {
        return false;
    });
    var now = 0;
    var begun = Date.now();
    var waiting = null;
    var open = false;
    var done = false;
    var api = find(window) || (window.opener ? find(window.opener) : null);

    function find(from) {
        var name = isNew ? 'API_1484_11' : 'API';
        for (var i = 0; i < 20; i++) {
            try {
                if (from[name]) {
                    return from[name];
                }
            } catch (elsewhere) {
                return null;
            }
            if (from.parent === from) {
                return null;
            }
            from = from.parent;
        }
        return null;
    }

    function ask(verb, first, second) {
        if (!api) {
            return '';
        }
        var name = (isNew ? '' : 'LMS') + verb;
        return arguments.length === 3 ? api[name](first, second) : api[name](first);
    }

    function set(newName, oldName, value) {
        var name = isNew ? newName : oldName;
        if (open && name) {
            ask('SetValue', name, String(value));
        }
    }

    function get(newName, oldName) {
        return open ? String(ask('GetValue', isNew ? newName : oldName)) : '';
    }

    function packed() {
        var text = '';
        for (var i = 0; i < seen.length; i += BITS) {
            var sign = 0;
            for (var bit = 0; bit < BITS; bit++) {
                sign += seen[i + bit] ? 1 << bit : 0;
            }
            text += SIGNS[sign];
        }
        return text;
    }

    function unpack(text) {
        seen = seen.map(function (before, i) {
            var sign = SIGNS.indexOf(text.charAt(Math.floor(i / BITS)));
            return sign > 0 && ((sign >> i % BITS) & 1) === 1;
        });
    }

    function number() {
        return seen.filter(Boolean).length;
    }

    function time() {
        var seconds = Math.round((Date.now() - begun) / 1000);
        var hours = Math.floor(seconds / 3600);
        var minutes = Math.floor((seconds % 3600) / 60);
        if (isNew) {
            return 'PT' + hours + 'H' + minutes + 'M' + (seconds % 60) + 'S';
        }
        return [hours, minutes, seconds % 60]
            .map(function (part) {
                return (part < 10 ? '0' : '') + part;
            })
            .join(':');
    }

    function tell() {
        standing.textContent =
            words.read + ' ' + number() + ' ' + words.of + ' ' + pages.length + (open ? '' : '. ' + words.alone);
        if (!open) {
            return;
        }
        set('cmi.suspend_data', 'cmi.suspend_data', packed());
        set('cmi.location', 'cmi.core.lesson_location', now);
        set('cmi.progress_measure', null, Math.floor((number() / pages.length) * 10000) / 10000);
        if (!done && number() === pages.length) {
            done = true;
            set('cmi.completion_status', 'cmi.core.lesson_status', 'completed');
        }
        ask('Commit', '');
    }

    function show(index) {
        now = Math.max(0, Math.min(pages.length - 1, index));
        frame.title = pages[now].title;
        frame.src = pages[now].path;
        place.textContent = words.page + ' ' + (now + 1) + ' / ' + pages.length;
        back.disabled = now === 0;
        forth.disabled = now === pages.length - 1;
        tell();
    }

    function atEnd() {
        var all = frame.contentDocument.scrollingElement;
        return all.scrollTop + all.clientHeight >= all.scrollHeight - NEAR_THE_END;
    }

    function look() {
        if (seen[now] || waiting || !atEnd()) {
            return;
        }
        var page = now;
        waiting = setTimeout(function () {
            waiting = null;
            if (page === now) {
                seen[page] = true;
                tell();
            }
        }, LONG_ENOUGH);
    }

    function loaded() {
        clearTimeout(waiting);
        waiting = null;
        frame.contentDocument.querySelectorAll('a[href]').forEach(function (link) {
            link.target = '_blank';
            link.rel = 'noopener';
        });
        frame.contentWindow.addEventListener('scroll', look, { passive: true });
        look();
    }

    function start() {
        open = String(ask('Initialize', '')) === 'true';
        unpack(get('cmi.suspend_data', 'cmi.suspend_data'));
        var status = get('cmi.completion_status', 'cmi.core.lesson_status');
        done = status === 'completed' || status === 'passed';
        if (!done) {
            set('cmi.completion_status', 'cmi.core.lesson_status', 'incomplete');
        }
        show(parseInt(get('cmi.location', 'cmi.core.lesson_location'), 10) || 0);
    }

    function leave() {
        if (!open) {
            return;
        }
        set('cmi.session_time', 'cmi.core.session_time', time());
        set('cmi.exit', 'cmi.core.exit', done ? (isNew ? 'normal' : '') : 'suspend');
        ask('Commit', '');
        ask(isNew ? 'Terminate' : 'Finish', '');
        open = false;
    }

    frame.addEventListener('load', loaded);
    window.addEventListener('resize', look);
    back.addEventListener('click', function () {
        show(now - 1);
    });
    forth.addEventListener('click', function () {
        show(now + 1);
    });
    document.getElementById('muc-luc').addEventListener('click', function (event) {
        var link = event.target.closest('a');
        if (link) {
            event.preventDefault();
            show(Number(link.dataset.page));
            document.getElementById('muc-luc').open = false;
        }
    });
    document.addEventListener('visibilitychange', function () {
        if (document.visibilityState === 'hidden') {
            tell();
        }
    });
    window.addEventListener('pagehide', leave);
    start();
})();
