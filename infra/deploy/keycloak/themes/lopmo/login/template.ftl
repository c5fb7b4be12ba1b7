<#-- The frame of every page of signing in: the board with the school's name, and one sheet with one thing to do. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <title>${title!} – ${realm.displayName!"Lớp Mở"}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/lopmo.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/lopmo.css">
  <script type="module" src="${url.resourcesPath}/js/eye.js"></script>
  <#if scripts??>
    <#list scripts as script><script src="${script}"></script></#list>
  </#if>
</head>
<body data-page-id="login-${pageId}">
  <div class="in">
    <header class="board">
      <img class="crest" src="${url.resourcesPath}/img/crest.svg" alt="" width="120" height="120">
      <p class="school">${realm.displayName!"Lớp Mở"}</p>
      <p class="motto">${msg("lopmoMotto")}</p>
    </header>
    <main>
      <div class="sheet">
        <h1 id="kc-page-title"><#nested "header"></h1>
        <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
          <p class="soft"><#nested "show-username">${auth.attemptedUsername}
            <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
        </#if>
        <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
          <p class="word word-${message.type}" role="${(message.type = 'error')?then('alert', 'status')}">${kcSanitize(message.summary)?no_esc}</p>
        </#if>
        <#nested "form">
        <#nested "socialProviders">
        <#if displayInfo><div class="quiet"><#nested "info"></div></#if>
      </div>
    </main>
    <footer>
      <span class="brand"><img src="${url.resourcesPath}/img/lopmo.svg" alt="" width="24" height="24"> ${msg("lopmoBrand")}</span>
      <#if realm.internationalizationEnabled && locale.supported?size gt 1>
        <nav aria-label="${msg("languages")}">
          <#list locale.supported as one>
            <#if one.languageTag == locale.currentLanguageTag>
              <b aria-current="true">${one.label}</b>
            <#else>
              <a lang="${one.languageTag}" href="${one.url}">${one.label}</a>
            </#if>
          </#list>
        </nav>
      </#if>
    </footer>
  </div>
</body>
</html>
</#macro>
